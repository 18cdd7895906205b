package dev.darkroom.transforms.tfrecord.format;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShardIndexTest {
  @ParameterizedTest
  @MethodSource("dev.darkroom.transforms.tfrecord.format.GoldenFile#all")
  void saysWhereTheRecordsOfAFileLie(GoldenFile file) throws IOException {
    ShardIndex.Builder builder = ShardIndex.builder();
    for (GoldenFile.Payload payload : file.payloads()) {
      builder.add(payload.length() + 16);
    }
    ShardIndex written = builder.build();
    ShardIndex parsed = ShardIndex.parse(written.toBytes());

    for (ShardIndex index : new ShardIndex[] {written, parsed}) {
      long[] boundaries = new long[index.count() + 1];
      for (int i = 0; i < index.count(); i++) {
        boundaries[i] = index.offset(i);
        assertEquals(file.payloads().get(i).length() + 16, index.size(i));
      }
      boundaries[index.count()] = index.totalBytes();
      assertArrayEquals(file.boundaries(), boundaries);
      assertEquals(file.bytes().length, index.totalBytes());
    }
  }

  @Test
  void isTheTextThatDaliReads() {
    ShardIndex.Builder builder = ShardIndex.builder();

    assertEquals(0, builder.add(16));
    assertEquals(16, builder.add(5_000_000_000L));
    assertEquals(5_000_000_016L, builder.totalBytes());
    assertEquals("0 16\n16 5000000000\n", text(builder.build()));
    assertEquals(5_000_000_016L, builder.add(17));
    assertEquals("0 16\n16 5000000000\n5000000016 17\n", text(builder.build()));
  }

  @Test
  void isEmptyForNoRecords() throws IOException {
    ShardIndex index = ShardIndex.parse(new byte[0]);

    assertEquals(0, index.count());
    assertEquals(0, index.totalBytes());
    assertEquals(0, index.toBytes().length);
    assertThrows(IndexOutOfBoundsException.class, () -> index.offset(0));
    assertThrows(IndexOutOfBoundsException.class, () -> index.size(0));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'\n' | line 1: expected a digit, found byte 0x0a",
        "0 | line 1: expected a space, found the end of the file",
        "'0 ' | line 1: expected a digit, found the end of the file",
        "0 16 | line 1: expected a newline, found the end of the file",
        "'0 16\r\n' | line 1: expected a newline, found byte 0x0d",
        "'0  16\n' | line 1: expected a digit, found byte 0x20",
        "'0\t16\n' | line 1: expected a space, found byte 0x09",
        "'0 16 \n' | line 1: expected a newline, found byte 0x20",
        "'0 +16\n' | line 1: expected a digit, found byte 0x2b",
        "'0 -16\n' | line 1: expected a digit, found byte 0x2d",
        "'0 016\n' | line 1: a number begins with 0",
        "'0 15\n' | line 1: size 15 is less than the 16 bytes of an empty record",
        "'1 16\n' | line 1: offset 1, but the record before ends at 0",
        "'0 16\n\n' | line 2: expected a digit, found byte 0x0a",
        "'0 16\n17 16\n' | line 2: offset 17, but the record before ends at 16",
        "'0 16\n15 16\n' | line 2: offset 15, but the record before ends at 16",
        "'0 9223372036854775808\n' | line 1: a number is greater than 2^63 - 1",
        "'0 16\n16 9223372036854775792\n' | line 2: the file would be longer than 2^63 - 1 bytes",
      })
  void refusesAnythingLooser(String text, String message) {
    CorruptIndexException e =
        assertThrows(CorruptIndexException.class, () -> ShardIndex.parse(text.getBytes(US_ASCII)));
    assertEquals(message, e.getMessage());
    assertEquals(message.charAt("line ".length()) - '0', e.line());
  }

  @Test
  void refusesEveryTruncationThatLeavesPartOfALine() throws IOException {
    byte[] text = "0 16\n16 123\n139 9223372036854775668\n".getBytes(US_ASCII);
    for (int length = 0; length <= text.length; length++) {
      byte[] cut = Arrays.copyOf(text, length);
      if (length == 0 || text[length - 1] == '\n') {
        assertArrayEquals(cut, ShardIndex.parse(cut).toBytes());
      } else {
        assertThrows(CorruptIndexException.class, () -> ShardIndex.parse(cut));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {15, 0, -1, Long.MIN_VALUE})
  void takesNoSizeBelowFraming(long size) {
    ShardIndex.Builder builder = ShardIndex.builder();

    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> builder.add(size));
    assertEquals("size must be at least 16: " + size, e.getMessage());
    assertEquals(0, builder.totalBytes());
  }

  private static String text(ShardIndex index) {
    return new String(index.toBytes(), US_ASCII);
  }
}
