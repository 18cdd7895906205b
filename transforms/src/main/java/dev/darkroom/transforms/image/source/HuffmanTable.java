package dev.darkroom.transforms.image.source;

import dev.darkroom.transforms.rejection.RejectedException;

/**
 * How far each code of a Huffman table (ITU-T T.81, annex C) leads on: not what coefficient it
 * stands for, but how many bits it takes with the bits that follow it, and how many coefficients it
 * accounts for.
 */
final class HuffmanTable {
  /** Codes of up to this many bits are looked up, longer ones searched for. */
  static final int LOOKUP_BITS = 11;

  private static final int LONGEST_CODE = 16;
  private static final int PAIR_SHIFT = 16;

  private final int[] firstCode = new int[LONGEST_CODE + 1];
  private final int[] firstIndex = new int[LONGEST_CODE + 1];
  private final int[] count = new int[LONGEST_CODE + 1];
  private final byte[] symbols;
  private final short[] lookup = new short[1 << LOOKUP_BITS];
  private int[] single = {};
  private int[] pairs = {};

  /**
   * @param bytes holds 16 counts at {@code at}, and the symbols behind them
   * @param end just behind the segment
   */
  HuffmanTable(byte[] bytes, int at, int end) throws RejectedException {
    int total = 0;
    int code = 0;
    for (int length = 1; length <= LONGEST_CODE; length++) {
      count[length] = bytes[at + length - 1] & 0xFF;
      firstCode[length] = code;
      firstIndex[length] = total;
      code += count[length];
      total += count[length];
      if (code > 1 << length) {
        throw JpegHeader.corrupt("a Huffman table has more codes than fit");
      }
      code <<= 1;
    }
    if (total > 256 || at + LONGEST_CODE + total > end) {
      throw JpegHeader.corrupt("a Huffman table is cut short");
    }
    symbols = new byte[total];
    System.arraycopy(bytes, at + LONGEST_CODE, symbols, 0, total);
    fillLookup();
  }

  /** Bytes of the table in its segment. */
  int bytes() {
    return LONGEST_CODE + symbols.length;
  }

  private void fillLookup() {
    for (int length = 1; length <= LOOKUP_BITS; length++) {
      for (int i = 0; i < count[length]; i++) {
        int symbol = symbols[firstIndex[length] + i] & 0xFF;
        int from = (firstCode[length] + i) << (LOOKUP_BITS - length);
        int to = from + (1 << (LOOKUP_BITS - length));
        for (int entry = from; entry < to; entry++) {
          lookup[entry] = (short) (length << 8 | symbol);
        }
      }
    }
  }

  /**
   * The code at the head of {@code bits}, whose highest bit comes first: its length above its
   * symbol's 8 bits, or 0 if no code begins like that.
   */
  int code(long bits) {
    int found = lookup[(int) (bits >>> (64 - LOOKUP_BITS))];
    if (found != 0) {
      return found;
    }
    for (int length = LOOKUP_BITS + 1; length <= LONGEST_CODE; length++) {
      int offset = (int) (bits >>> (64 - length)) - firstCode[length];
      if (offset >= 0 && offset < count[length]) {
        return length << 8 | (symbols[firstIndex[length] + offset] & 0xFF);
      }
    }
    return 0;
  }

  /**
   * For a sequential scan's AC codes, by the next {@link #LOOKUP_BITS} bits: coefficients passed,
   * in the upper half, and bits taken, or 0 for what {@link #code} must find. The end of a block
   * passes 64.
   */
  int[] singleSteps() {
    if (single.length == 0) {
      single = new int[1 << LOOKUP_BITS];
      for (int bits = 0; bits < single.length; bits++) {
        single[bits] = lookup[bits] == 0 ? 0 : step(lookup[bits]);
      }
    }
    return single;
  }

  /** As {@link #singleSteps}, two codes at once where the bits hold two. */
  int[] pairSteps() {
    if (pairs.length == 0) {
      int[] one = singleSteps();
      pairs = new int[one.length];
      for (int bits = 0; bits < pairs.length; bits++) {
        int first = one[bits];
        int taken = first & 0xFFFF;
        int second = taken < LOOKUP_BITS ? one[bits << taken & (pairs.length - 1)] : 0;
        boolean both =
            first != 0
                && first >> PAIR_SHIFT < 64
                && second != 0
                && taken + (second & 0xFFFF) <= LOOKUP_BITS;
        pairs[bits] = both ? first + second : first;
      }
    }
    return pairs;
  }

  /** Of an AC code as {@link #code} gives it. */
  static int step(int code) {
    int size = code & 0xF;
    int run = code >> 4 & 0xF;
    int passed = size == 0 && run < 15 ? 64 : run + 1;
    return passed << PAIR_SHIFT | ((code >> 8) + size);
  }
}
