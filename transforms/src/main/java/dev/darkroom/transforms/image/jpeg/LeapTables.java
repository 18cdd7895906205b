package dev.darkroom.transforms.image.jpeg;

import java.util.Arrays;

/**
 * How far the next {@link HuffmanTable#LOOKUP_BITS} bits of a sequential scan lead on: a table for
 * where a block begins and one for behind its DC code, of each pair of Huffman tables. A
 * <i>leap</i> takes all codes up to the block's end that the bits hold; the last one's value may
 * lie behind them. It holds the bits that it takes, with those of the values, in its low 8 bits;
 * above them the coefficients that it passes, but not those of the block's end.
 */
final class LeapTables {
  /** Bits of a leap at most: three of them take no more than 56. */
  static final int MOST_BITS = 18;

  /** Added to a leap that ends its block, which makes it negative. */
  static final int END = -1 << 15;

  /** In place of a leap: the first code is not among the bits, or takes too many. */
  static final short ELSEWHERE = Zigzag.COEFFICIENTS << 8;

  /** Of a table. */
  static final int SIZE = 1 << HuffmanTable.LOOKUP_BITS;

  /** By component of the scan: its pair of Huffman tables. */
  private final int[] pairs;

  private final short[] leaps;

  /** Takes the Huffman tables of the scan's components. */
  LeapTables(HuffmanTable[] dc, HuffmanTable[] ac) {
    pairs = new int[dc.length];
    int count = 0;
    for (int i = 0; i < dc.length; i++) {
      pairs[i] = count;
      for (int like = i - 1; like >= 0; like--) {
        pairs[i] = dc[like] == dc[i] && ac[like] == ac[i] ? pairs[like] : pairs[i];
      }
      count += pairs[i] == count ? 1 : 0;
    }
    leaps = new short[(2 * count + 2) * SIZE];
    int made = 0;
    for (int i = 0; i < dc.length; i++) {
      if (pairs[i] == made) {
        make(i, dc[i], ac[i]);
        made++;
      }
    }
  }

  /**
   * All tables, one behind the other, each at a multiple of {@link #SIZE}. The first one's place is
   * free for others to use; the {@link #idle} one is zero.
   */
  short[] leaps() {
    return leaps;
  }

  /** Where the leaps of the scan's {@code i}-th component are from a block's beginning. */
  int first(int i) {
    return (2 * pairs[i] + 1) * SIZE;
  }

  /** Where the leaps of the scan's {@code i}-th component are from behind a DC code. */
  int inner(int i) {
    return first(i) + SIZE;
  }

  /** Where leaps are that take nothing. */
  int idle() {
    return leaps.length - SIZE;
  }

  private void make(int i, HuffmanTable dc, HuffmanTable ac) {
    short[] inner = inner(ac);
    for (int all = 0; all < SIZE; all++) {
      leaps[inner(i) + all] = inner[SIZE + all] == 0 ? ELSEWHERE : inner[SIZE + all];
    }
    Arrays.fill(leaps, first(i), first(i) + SIZE, ELSEWHERE);
    int bits = 0;
    while (bits < SIZE && dc.lengths()[bits] > 0) {
      int length = dc.lengths()[bits];
      int leap = 1 << 8 | (dc.steps()[bits] & 0xFF);
      put(leaps, first(i) + bits, leap, HuffmanTable.LOOKUP_BITS, length, inner);
      bits += SIZE >> length;
    }
  }

  /** The leaps of so many bits, each behind all that are of fewer; zero where there is none. */
  private static short[] inner(HuffmanTable ac) {
    short[] made = new short[2 * SIZE];
    int[] steps = ac.steps();
    byte[] lengths = ac.lengths();
    for (int count = 1; count <= HuffmanTable.LOOKUP_BITS; count++) {
      int bits = 0;
      while (bits < SIZE && lengths[bits] > 0 && lengths[bits] <= count) {
        int length = lengths[bits];
        int step = steps[bits];
        boolean ends = step >> 8 == Zigzag.COEFFICIENTS;
        int at = (1 << count) + (bits >> (HuffmanTable.LOOKUP_BITS - count));
        put(made, at, ends ? END + (step & 0xFF) : step, count, length, made);
        bits += SIZE >> length;
      }
    }
    return made;
  }

  /** Puts the leaps that begin with a code: its own, with those of the bits behind it added. */
  private static void put(short[] made, int at, int first, int count, int length, short[] inner) {
    int taken = first & 0xFF;
    int to = at + (1 << (count - length));
    if (taken > MOST_BITS - HuffmanTable.LOOKUP_BITS + count) {
      return;
    }
    if (first < 0 || taken >= count) {
      Arrays.fill(made, at, to, (short) first);
      return;
    }
    int rests = 1 << (count - taken);
    for (int from = at; from < to; from += rests) {
      for (int rest = 0; rest < rests; rest++) {
        int sum = first + inner[rests + rest];
        made[from + rest] = (short) ((sum & ELSEWHERE) == 0 ? sum : first);
      }
    }
  }
}
