package dev.darkroom.transforms.tfrecord.format;

/** One pass over the text of an index. Used once, by one thread. */
final class ShardIndexParser {
  private final byte[] text;
  private final ShardIndex.Builder index = ShardIndex.builder();
  private int at;
  private int line;

  ShardIndexParser(byte[] text) {
    this.text = text;
  }

  ShardIndex parse() throws CorruptIndexException {
    while (at < text.length) {
      line++;
      long offset = number(' ', "a space");
      long size = number('\n', "a newline");
      append(offset, size);
    }
    return index.build();
  }

  private void append(long offset, long size) throws CorruptIndexException {
    if (offset != index.totalBytes()) {
      throw problem("offset " + offset + ", but the record before ends at " + index.totalBytes());
    }
    if (size < RecordFraming.OVERHEAD_BYTES) {
      throw problem(
          "size "
              + size
              + " is less than the "
              + RecordFraming.OVERHEAD_BYTES
              + " bytes of an empty record");
    }
    if (size > Long.MAX_VALUE - offset) {
      throw problem("the file would be longer than 2^63 - 1 bytes");
    }
    index.add(size);
  }

  private long number(char terminator, String terminatorName) throws CorruptIndexException {
    int start = at;
    long value = 0;
    while (at < text.length && isDigit(text[at])) {
      int digit = text[at] - '0';
      if (value > (Long.MAX_VALUE - digit) / 10) {
        throw problem("a number is greater than 2^63 - 1");
      }
      value = 10 * value + digit;
      at++;
    }
    if (at == start) {
      throw problem("expected a digit, found " + found());
    }
    if (at > start + 1 && text[start] == '0') {
      throw problem("a number begins with 0");
    }
    if (at == text.length || text[at] != terminator) {
      throw problem("expected " + terminatorName + ", found " + found());
    }
    at++;
    return value;
  }

  private String found() {
    return at == text.length ? "the end of the file" : String.format("byte 0x%02x", text[at]);
  }

  private CorruptIndexException problem(String text) {
    return new CorruptIndexException(line, text);
  }

  private static boolean isDigit(byte b) {
    return '0' <= b && b <= '9';
  }
}
