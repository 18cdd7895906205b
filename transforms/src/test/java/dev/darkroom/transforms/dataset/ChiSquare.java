package dev.darkroom.transforms.dataset;

/** Pearson's test, with a threshold that chance passes about once in a hundred thousand cases. */
public final class ChiSquare {
  private static final double STANDARD_DEVIATIONS = 4.27;

  private ChiSquare() {}

  /** The sum of squared deviations, each in units of what was expected. */
  public static double statistic(long[] seen, double expected) {
    double sum = 0;
    for (long count : seen) {
      sum += (count - expected) * (count - expected) / expected;
    }
    return sum;
  }

  /** Whether chance explains the statistic, by the cube-root rule of Wilson and Hilferty (1931). */
  public static boolean isPlausible(double statistic, int degreesOfFreedom) {
    double variance = 2.0 / (9 * degreesOfFreedom);
    double normal =
        (Math.cbrt(statistic / degreesOfFreedom) - (1 - variance)) / Math.sqrt(variance);
    return normal < STANDARD_DEVIATIONS;
  }
}
