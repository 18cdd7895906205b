package dev.darkroom.benchmark.statistics;

import org.apache.commons.statistics.descriptive.Median;
import org.apache.commons.statistics.descriptive.Quantile;

/**
 * Medians and percentiles by definition 7 of Hyndman and Fan (1996): with the sample sorted and
 * counted from 0, the percentile {@code p} stands at place {@code (n - 1) p / 100} and lies on the
 * straight line between its neighbours. NumPy's and R's default.
 */
public final class Quantiles {
  private static final Median MEDIAN = Median.withDefaults().withCopy(true);
  private static final Quantile TYPE_7 =
      Quantile.withDefaults().withCopy(true).with(Quantile.EstimationMethod.HF7);

  private Quantiles() {}

  /** The middle value, or the mean of the two in the middle. */
  public static double median(double... sample) {
    requireValues(sample);
    return MEDIAN.evaluate(sample);
  }

  /**
   * The value below which {@code percent} per cent of the sample lie.
   *
   * @param percent from 0, the smallest value, to 100, the largest
   */
  public static double percentile(double percent, double... sample) {
    requireValues(sample);
    return TYPE_7.evaluate(sample, percent / 100);
  }

  static void requireValues(double... sample) {
    if (sample.length == 0) {
      throw new IllegalArgumentException("a sample without values");
    }
    for (double value : sample) {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException("not a number to calculate with: " + value);
      }
    }
  }
}
