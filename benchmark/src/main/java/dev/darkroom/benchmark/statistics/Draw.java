package dev.darkroom.benchmark.statistics;

import java.util.Arrays;

/**
 * Values drawn from a sample, told by their places in its order, and their median. Counting places
 * takes a fraction of the time that selecting among values does. Not thread-safe.
 */
final class Draw {
  private final double[] sorted;
  private final int[] counts;
  private int drawn;

  /** Draws from a sample, nothing drawn yet. */
  Draw(double[] sample) {
    sorted = sample.clone();
    Arrays.sort(sorted);
    counts = new int[sorted.length];
  }

  /** The places of some of the sample's values, equal ones at the same place. */
  int[] places(double[] values) {
    return Arrays.stream(values).mapToInt(value -> Arrays.binarySearch(sorted, value)).toArray();
  }

  /** Begins again. */
  void clear() {
    Arrays.fill(counts, 0);
    drawn = 0;
  }

  /** Draws the value at a place. */
  void add(int place) {
    counts[place]++;
    drawn++;
  }

  /** The median of what was drawn. */
  double median() {
    int lower = (drawn - 1) / 2;
    int upper = drawn / 2;
    int place = 0;
    int passed = counts[0];
    while (passed <= lower) {
      place++;
      passed += counts[place];
    }
    double low = sorted[place];
    while (passed <= upper) {
      place++;
      passed += counts[place];
    }
    return (low + sorted[place]) / 2;
  }
}
