package dev.darkroom.transforms.image.jpeg.encoder;

import dev.darkroom.transforms.image.jpeg.Zigzag;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What is to be coded, in the order of the file, and how often each symbol of each table comes. A
 * symbol is coded with the bits of a value behind it, as many as its low four bits say (ITU-T T.81,
 * F.1.2). An entry holds both, and the table. Not thread-safe.
 */
final class Symbols {
  /** Of a table. */
  static final int KINDS = 256;

  /** Of each component kind first the one for means, then the one for what follows. */
  static final int TABLES = 4;

  /** The first table for luma. */
  static final int LUMA = 0;

  /** The first table for chroma. */
  static final int CHROMA = 2;

  private static final int LONG_RUN = 15;
  private static final int SIZES = 16;
  private static final int VALUE_BITS = 16;

  /** Entries that are allocated at once. */
  private static final int CHUNK = 1 << 14;

  /** A block takes no more: 64 coefficients and the end. */
  private static final int MOST_OF_BLOCK = 65;

  private final int[] counts = new int[TABLES * KINDS];
  private final List<int[]> full = new ArrayList<>();
  private int[] chunk = new int[CHUNK];
  private int filled;

  /**
   * Adds a block.
   *
   * @param tables the first of its two tables
   * @param before the mean of the block before, of the same component
   * @return its own mean
   */
  int add(int tables, BlockRow row, int block, int before) {
    reserve();
    int[] counts = this.counts;
    int[] entries = chunk;
    int to = filled;
    int[] coefficients = row.coefficients();
    int[] places = row.places();
    int start = row.start(block);
    int mean = coefficients[start];
    int entry = entry(tables, 0, mean - before);
    counts[symbol(entry)]++;
    entries[to++] = entry;
    int last = 0;
    for (long left = row.nonzero(block) & ~1L; left != 0; left &= left - 1) {
      int place = Long.numberOfTrailingZeros(left);
      int run = place - last - 1;
      for (; run > LONG_RUN; run -= LONG_RUN + 1) {
        entry = entry(tables + 1, LONG_RUN, 0);
        counts[symbol(entry)]++;
        entries[to++] = entry;
      }
      entry = entry(tables + 1, run, coefficients[start + places[place]]);
      counts[symbol(entry)]++;
      entries[to++] = entry;
      last = place;
    }
    if (last < Zigzag.COEFFICIENTS - 1) {
      entry = entry(tables + 1, 0, 0);
      counts[symbol(entry)]++;
      entries[to++] = entry;
    }
    filled = to;
    return mean;
  }

  /** Adds a block that has the mean of the one before and nothing else. */
  void addEmpty(int tables) {
    reserve();
    for (int table = tables; table < tables + 2; table++) {
      int entry = entry(table, 0, 0);
      counts[symbol(entry)]++;
      chunk[filled++] = entry;
    }
  }

  private void reserve() {
    if (chunk.length - filled < MOST_OF_BLOCK) {
      full.add(Arrays.copyOf(chunk, filled));
      filled = 0;
    }
  }

  private static int entry(int table, int run, int value) {
    int sign = value >> 31;
    int size = Integer.SIZE - Integer.numberOfLeadingZeros((value ^ sign) - sign);
    int symbol = table * KINDS + run * SIZES + size;
    return (symbol << VALUE_BITS) | ((value + sign) & ((1 << size) - 1));
  }

  /** The table of an entry, times {@link #KINDS}, and its symbol. */
  static int symbol(int entry) {
    return entry >>> VALUE_BITS;
  }

  /** The bits of an entry's value. */
  static int value(int entry) {
    return entry & ((1 << VALUE_BITS) - 1);
  }

  /** How many bits they are, by symbol. */
  static int valueBits(int symbol) {
    return symbol % SIZES;
  }

  /** How often a symbol of a table comes. */
  int count(int table, int symbol) {
    return counts[table * KINDS + symbol];
  }

  /** All entries. */
  List<int[]> entries() {
    List<int[]> all = new ArrayList<>(full);
    all.add(Arrays.copyOf(chunk, filled));
    return all;
  }
}
