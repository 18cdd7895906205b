package dev.darkroom.transforms.image.source;

import dev.darkroom.transforms.rejection.RejectedException;

/**
 * How far each code of a Huffman table (ITU-T T.81, annex C) leads on: not what coefficient it
 * stands for, but how many bits it takes with the bits that follow it, and how many coefficients it
 * accounts for.
 */
final class HuffmanTable {
  /** Codes of up to this many bits are looked up, longer ones searched for. */
  static final int LOOKUP_BITS = 12;

  private static final int LONGEST_CODE = 16;

  /** Bits that the codes of an entry of {@link #steps} take at most. */
  static final int STEP_BITS = 14;

  private static final int PASSED_SHIFT = 16;
  private static final int BLOCK_END = 0x8000;

  private final int[] firstCode = new int[LONGEST_CODE + 1];
  private final int[] firstIndex = new int[LONGEST_CODE + 1];
  private final int[] count = new int[LONGEST_CODE + 1];
  private final byte[] symbols;
  private final short[] lookup = new short[1 << LOOKUP_BITS];
  private int[] steps = {};

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
   * For a sequential scan's AC codes, by the next {@link #LOOKUP_BITS} bits: the steps of as many
   * whole codes as they hold, each as {@link #step} gives it, added up. The end of a block comes
   * last; 0 where the first code is longer or takes more than {@link #STEP_BITS}.
   */
  int[] steps() {
    if (steps.length == 0) {
      int[] single = new int[1 << LOOKUP_BITS];
      for (int bits = 0; bits < single.length; bits++) {
        int step = lookup[bits] == 0 ? 0 : step(lookup[bits]);
        single[bits] = bitsTaken(step) > STEP_BITS ? 0 : step;
      }
      int[] sums = new int[1 << LOOKUP_BITS];
      for (int bits = 0; bits < sums.length; bits++) {
        int sum = single[bits];
        int next = sum;
        while (next != 0 && !endsBlock(sum) && bitsTaken(sum) < LOOKUP_BITS) {
          next = single[(bits << bitsTaken(sum)) & (sums.length - 1)];
          next = bitsTaken(sum) + bitsTaken(next) > LOOKUP_BITS ? 0 : next;
          sum += next;
        }
        sums[bits] = sum;
      }
      steps = sums;
    }
    return steps;
  }

  /**
   * How far an AC code, as {@link #code} gives it, leads on: see {@link #bitsTaken}, {@link
   * #passed} and {@link #endsBlock}.
   */
  static int step(int code) {
    int size = code & 0xF;
    int run = (code >> 4) & 0xF;
    boolean end = size == 0 && run < 15;
    return (end ? BLOCK_END : (run + 1) << PASSED_SHIFT) | ((code >> 8) + size);
  }

  /** Bits of the code and of what follows it. */
  static int bitsTaken(int step) {
    return step & 0x3F;
  }

  /** Coefficients that the code accounts for. */
  static int passed(int step) {
    return step >>> PASSED_SHIFT;
  }

  /** Whether no other coefficient follows. */
  static boolean endsBlock(int step) {
    return (step & BLOCK_END) != 0;
  }
}
