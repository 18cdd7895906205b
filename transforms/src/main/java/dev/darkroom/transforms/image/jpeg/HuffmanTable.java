package dev.darkroom.transforms.image.jpeg;

import dev.darkroom.transforms.rejection.RejectedException;
import java.util.Arrays;

/**
 * How far each code of a Huffman table (ITU-T T.81, annex C) leads on. A <i>step</i> holds the bits
 * that a code takes, with those of the value behind it, in its low 8 bits; and above them what it
 * stands for: of an AC code the coefficients it passes, 64 at the end of a block; of a DC code the
 * bits of the value alone.
 */
final class HuffmanTable {
  /** So many bits are looked up at once. Fewer and more were slower. */
  static final int LOOKUP_BITS = 11;

  /** Marks {@link #values} that are not complete; no step is so long. */
  static final int ELSEWHERE = 0x80;

  /** Stands for 31 coefficients and more in {@link #sums}. */
  static final int MANY = 31;

  /** One of {@link #sums} where there is none. */
  static final int NO_SUM = MANY << 6;

  /** Bits of code and value whose {@link #sums} have room, with a sign, above 11 bits. */
  private static final int MOST_SUMMED = 20;

  private static final int LONGEST_CODE = 16;
  private static final int COEFFICIENTS = 64;

  private final boolean dc;
  private final int[] firstCode = new int[LONGEST_CODE + 1];
  private final int[] firstIndex = new int[LONGEST_CODE + 1];
  private final int[] count = new int[LONGEST_CODE + 1];
  private final byte[] symbols;
  private final int[] steps = new int[1 << LOOKUP_BITS];
  private int[] leaps = {};
  private int[] values = {};
  private int[] sums = {};
  private byte[] lengths = {};

  /**
   * @param bytes holds 16 counts at {@code at}, and the symbols behind them
   * @param end just behind the segment
   * @param dc whether the codes are those of DC coefficients
   * @throws RejectedException as libjpeg does: no code is of ones alone, DC coefficients have no
   *     runs
   */
  HuffmanTable(byte[] bytes, int at, int end, boolean dc) throws RejectedException {
    this.dc = dc;
    int total = 0;
    int code = 0;
    for (int length = 1; length <= LONGEST_CODE; length++) {
      count[length] = bytes[at + length - 1] & 0xFF;
      firstCode[length] = code;
      firstIndex[length] = total;
      code += count[length];
      total += count[length];
      if (count[length] > 0 && code >> length != 0) {
        throw JpegSegments.corrupt("a Huffman table has a code of ones alone");
      }
      code <<= 1;
    }
    if (total > 256 || at + LONGEST_CODE + total > end) {
      throw JpegSegments.corrupt("a Huffman table is cut short");
    }
    symbols = new byte[total];
    System.arraycopy(bytes, at + LONGEST_CODE, symbols, 0, total);
    for (byte symbol : symbols) {
      if (dc && (symbol & 0xF0) != 0) {
        throw JpegSegments.corrupt("a Huffman table of means has runs");
      }
    }
    for (int length = 1; length <= LOOKUP_BITS; length++) {
      for (int i = 0; i < count[length]; i++) {
        int from = (firstCode[length] + i) << (LOOKUP_BITS - length);
        Arrays.fill(steps, from, from + (1 << (LOOKUP_BITS - length)), step(length, i));
      }
    }
  }

  /** Bytes of the table in its segment. */
  int bytes() {
    return LONGEST_CODE + symbols.length;
  }

  /** The step of the {@code i}-th code of a length. */
  private int step(int length, int i) {
    int symbol = symbols[firstIndex[length] + i] & 0xFF;
    int size = symbol & 0xF;
    int run = symbol >> 4;
    int meaning = dc ? size : size == 0 && run < 15 ? COEFFICIENTS : run + 1;
    return meaning << 8 | (length + size);
  }

  /** By the next {@link #LOOKUP_BITS} bits: the step of the first code; 0 if it is longer. */
  int[] steps() {
    return steps;
  }

  /**
   * As {@link #steps}, with those of the second and the third AC code added where the bits hold
   * these codes; the last one's value may lie behind the bits. A leap takes 26 bits at most.
   * Nothing follows the end of a block.
   */
  int[] leaps() {
    if (leaps.length == 0) {
      int[] sums = new int[steps.length];
      for (int bits = 0; bits < sums.length; bits++) {
        sums[bits] = withNext(withNext(steps[bits], bits), bits);
      }
      leaps = sums;
    }
    return leaps;
  }

  /**
   * By the next {@link #LOOKUP_BITS} bits: the step of the first AC code, with the value above its
   * low 16 bits; or, {@link #ELSEWHERE}, with the bits of the value there, if that is not among the
   * bits whole. Nothing but that if the code is not.
   */
  int[] values() {
    if (values.length == 0) {
      int[] made = new int[steps.length];
      Arrays.fill(made, ELSEWHERE);
      for (int length = 1; length <= LOOKUP_BITS; length++) {
        for (int i = 0; i < count[length]; i++) {
          fill(made, length, i);
        }
      }
      values = made;
    }
    return values;
  }

  /**
   * By the next {@link #LOOKUP_BITS} bits, for codes that these hold with the sign of the value:
   * what is to be added to the bits of code and value to get the value, above the low 11 bits; the
   * coefficients passed in the next 5, {@link #MANY} at the end of a block; and the bits that code
   * and value take in the lowest 6. {@link #NO_SUM} for other codes.
   */
  int[] sums() {
    if (sums.length == 0) {
      int[] made = new int[steps.length];
      Arrays.fill(made, NO_SUM);
      for (int length = 1; length < LOOKUP_BITS; length++) {
        for (int i = 0; i < count[length]; i++) {
          fillSums(made, length, i);
        }
      }
      sums = made;
    }
    return sums;
  }

  private void fillSums(int[] made, int length, int i) {
    int step = step(length, i);
    int taken = step & 0xFF;
    if (taken > MOST_SUMMED) {
      return;
    }
    int most = (1 << (taken - length)) - 1;
    int passed = dc ? 0 : Math.min(MANY, step >> 8);
    int code = firstCode[length] + i;
    int at = code << (LOOKUP_BITS - length);
    int half = 1 << (LOOKUP_BITS - length - 1);
    int sum = -(code << (taken - length));
    Arrays.fill(made, at, at + half, (sum - most) << 11 | passed << 6 | taken);
    Arrays.fill(made, at + half, at + 2 * half, sum << 11 | passed << 6 | taken);
  }

  private void fill(int[] made, int length, int i) {
    int step = step(length, i);
    int size = (step & 0xFF) - length;
    int left = LOOKUP_BITS - length - size;
    int at = (firstCode[length] + i) << (LOOKUP_BITS - length);
    if (left < 0) {
      Arrays.fill(made, at, at + (1 << (LOOKUP_BITS - length)), size << 16 | step | ELSEWHERE);
      return;
    }
    for (int bits = 0; bits < 1 << size; bits++) {
      int entry = value(bits, size) << 16 | step;
      for (int end = at + (1 << left); at < end; at++) {
        made[at] = entry;
      }
    }
  }

  /**
   * Completes one of {@link #values} that is {@link #ELSEWHERE}.
   *
   * @param bits whose head it was found by
   * @throws RejectedException if no code begins like that
   */
  int longValue(int entry, long bits) throws RejectedException {
    int size = entry >> 16;
    int step = entry & 0xFFFF & ~ELSEWHERE;
    if (step == 0) {
      step = longStep(bits);
      size = symbol(bits) >> 8 & 0xF;
    }
    return value(bits, step & 0xFF, size) << 16 | step;
  }

  /** The value, of so many bits, that ends a step at the head of {@code bits}. */
  static int value(long bits, int step, int size) {
    return value((int) (bits >>> (64 - step)) & (1 << size) - 1, size);
  }

  /** The value that so many bits stand for (T.81, F.2.2.1), without a branch. */
  static int value(int bits, int size) {
    int most = (1 << size) - 1;
    return bits - (most & ((bits >> (size - 1)) - 1));
  }

  private int withNext(int sum, int bits) {
    int taken = sum & 0xFF;
    if (sum == 0 || taken >= LOOKUP_BITS || sum >>> 8 >= COEFFICIENTS) {
      return sum;
    }
    int rest = (bits << taken) & (steps.length - 1);
    boolean whole = steps[rest] != 0 && taken + lengths()[rest] <= LOOKUP_BITS;
    return whole ? sum + steps[rest] : sum;
  }

  /**
   * The step of a code of more than {@link #LOOKUP_BITS} bits at the head of {@code bits}, whose
   * highest bit comes first.
   *
   * @throws RejectedException if no code begins like that
   */
  int longStep(long bits) throws RejectedException {
    for (int length = LOOKUP_BITS + 1; length <= LONGEST_CODE; length++) {
      int i = (int) (bits >>> (64 - length)) - firstCode[length];
      if (i >= 0 && i < count[length]) {
        return step(length, i);
      }
    }
    throw unknownCode();
  }

  /**
   * The step of the code at the head of {@code bits}, whose highest bit comes first.
   *
   * @throws RejectedException if no code begins like that
   */
  int step(long bits) throws RejectedException {
    int step = steps[(int) (bits >>> (64 - LOOKUP_BITS))];
    return step == 0 ? longStep(bits) : step;
  }

  /**
   * The code at the head of {@code bits}: its symbol, above the 8 bits of its length.
   *
   * @throws RejectedException if no code begins like that
   */
  int symbol(long bits) throws RejectedException {
    int length = lengths()[(int) (bits >>> (64 - LOOKUP_BITS))];
    for (int l = length == 0 ? LOOKUP_BITS + 1 : length; l <= LONGEST_CODE; l++) {
      int i = (int) (bits >>> (64 - l)) - firstCode[l];
      if (i >= 0 && i < count[l]) {
        return (symbols[firstIndex[l] + i] & 0xFF) << 8 | l;
      }
    }
    throw unknownCode();
  }

  /** By the next {@link #LOOKUP_BITS} bits: the length of the first code; 0 if it is longer. */
  byte[] lengths() {
    if (lengths.length == 0) {
      lengths = new byte[1 << LOOKUP_BITS];
      for (int length = 1; length <= LOOKUP_BITS; length++) {
        int from = firstCode[length] << (LOOKUP_BITS - length);
        int to = (firstCode[length] + count[length]) << (LOOKUP_BITS - length);
        Arrays.fill(lengths, from, to, (byte) length);
      }
    }
    return lengths;
  }

  private static RejectedException unknownCode() {
    return JpegSegments.corrupt("the coded data holds a code that no Huffman table has");
  }
}
