package dev.darkroom.transforms.image.jpeg.encoder;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * The Huffman code that is best for how often symbols come, with codes of at most 16 bits and none
 * of ones alone (ITU-T T.81, K.2). Immutable.
 */
final class HuffmanCode {
  /** Bits of a code at most. */
  static final int LONGEST = 16;

  /** Takes the code of ones alone. */
  private static final int RESERVED = Symbols.KINDS;

  private static final int NODES = Symbols.KINDS + 1;

  /** By length, from 1 on: how many codes there are. */
  private final int[] counts;

  private final byte[] symbols;
  private final int[] codes = new int[Symbols.KINDS];
  private final int[] lengths = new int[Symbols.KINDS];

  /**
   * @param counts how often each symbol comes, by symbol
   */
  HuffmanCode(IntUnaryOperator counts) {
    int[] depths = depths(counts);
    this.counts = limited(depths);
    symbols = sorted(depths);
    int code = 0;
    int next = 0;
    for (int length = 1; length <= LONGEST; length++) {
      for (int i = 0; i < this.counts[length]; i++) {
        int symbol = symbols[next++] & 0xFF;
        codes[symbol] = code++;
        lengths[symbol] = length;
      }
      code <<= 1;
    }
  }

  /**
   * How deep each symbol lies in the tree. The two rarest become one, again and again; of symbols
   * that are as rare the later one comes first.
   */
  private static int[] depths(IntUnaryOperator counts) {
    long[] rarest = new long[NODES];
    int left = 0;
    rarest[left++] = entry(1, RESERVED);
    for (int symbol = 0; symbol < Symbols.KINDS; symbol++) {
      int count = counts.applyAsInt(symbol);
      if (count > 0) {
        rarest[left++] = entry(count, symbol);
      }
    }
    Arrays.sort(rarest, 0, left);
    int[] depths = new int[NODES];
    int[] next = new int[NODES];
    Arrays.fill(next, -1);
    for (int from = 0; left - from > 1; from++) {
      int kept = symbol(rarest[from]);
      int joined = symbol(rarest[from + 1]);
      int end = kept;
      for (int i = kept; i >= 0; i = next[i]) {
        depths[i]++;
        end = i;
      }
      next[end] = joined;
      for (int i = joined; i >= 0; i = next[i]) {
        depths[i]++;
      }
      long sum = entry(times(rarest[from]) + times(rarest[from + 1]), kept);
      int at = from + 2;
      for (; at < left && rarest[at] < sum; at++) {
        rarest[at - 1] = rarest[at];
      }
      rarest[at - 1] = sum;
    }
    return depths;
  }

  /** Sorts by how often it comes, then from the last symbol to the first. */
  private static long entry(long count, int symbol) {
    return count * NODES + (RESERVED - symbol);
  }

  private static long times(long entry) {
    return entry / NODES;
  }

  private static int symbol(long entry) {
    return RESERVED - (int) (entry % NODES);
  }

  /** How many codes have each length once none is longer than 16, and the reserved one is gone. */
  private static int[] limited(int[] depths) {
    int[] counts = new int[NODES];
    for (int depth : depths) {
      counts[depth]++;
    }
    for (int length = NODES - 1; length > LONGEST; length--) {
      while (counts[length] > 0) {
        int shorter = length - 2;
        while (counts[shorter] == 0) {
          shorter--;
        }
        counts[length] -= 2;
        counts[length - 1]++;
        counts[shorter + 1] += 2;
        counts[shorter]--;
      }
    }
    int longest = LONGEST;
    while (counts[longest] == 0) {
      longest--;
    }
    counts[longest]--;
    counts[0] = 0;
    return Arrays.copyOf(counts, LONGEST + 1);
  }

  /** The symbols, from the shortest code to the longest. */
  private static byte[] sorted(int[] depths) {
    int[] byDepth =
        IntStream.range(0, Symbols.KINDS)
            .filter(symbol -> depths[symbol] > 0)
            .map(symbol -> depths[symbol] * Symbols.KINDS + symbol)
            .sorted()
            .toArray();
    byte[] sorted = new byte[byDepth.length];
    for (int i = 0; i < sorted.length; i++) {
      sorted[i] = (byte) byDepth[i];
    }
    return sorted;
  }

  /** How many codes have a length, 1 to 16. */
  int count(int length) {
    return counts[length];
  }

  /** The symbols, from the shortest code to the longest; not to be changed. */
  byte[] symbols() {
    return symbols;
  }

  int code(int symbol) {
    return codes[symbol];
  }

  int length(int symbol) {
    return lengths[symbol];
  }
}
