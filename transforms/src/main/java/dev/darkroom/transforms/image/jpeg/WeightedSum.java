package dev.darkroom.transforms.image.jpeg;

/** Sums of arrays of equal length, in loops that compilers make vector instructions of. */
final class WeightedSum {
  private static final int TOGETHER = 4;

  private WeightedSum() {}

  /** So many terms are summed up in place of {@code count}. */
  static int padded(int count) {
    return (count + TOGETHER - 1) / TOGETHER * TOGETHER;
  }

  /**
   * Sets {@code sums} to the first {@code count} terms, times the weights from a place on. The
   * terms behind them are overwritten, up to the {@link #padded} count, and so many weights must be
   * there, zeroes behind those that count.
   */
  static void set(float[] sums, float[][] terms, int count, float[] weights, int at) {
    int padded = padded(count);
    for (int i = count; i < padded; i++) {
      terms[i] = terms[0];
    }
    setFour(sums, weights, at, terms[0], terms[1], terms[2], terms[3]);
    for (int i = TOGETHER; i < padded; i += TOGETHER) {
      addFour(sums, weights, at + i, terms[i], terms[i + 1], terms[i + 2], terms[i + 3]);
    }
  }

  private static void setFour(
      float[] sums, float[] weights, int at, float[] a, float[] b, float[] c, float[] d) {
    float forA = weights[at];
    float forB = weights[at + 1];
    float forC = weights[at + 2];
    float forD = weights[at + 3];
    for (int i = 0; i < sums.length; i++) {
      sums[i] = forA * a[i] + forB * b[i] + forC * c[i] + forD * d[i];
    }
  }

  private static void addFour(
      float[] sums, float[] weights, int at, float[] a, float[] b, float[] c, float[] d) {
    float forA = weights[at];
    float forB = weights[at + 1];
    float forC = weights[at + 2];
    float forD = weights[at + 3];
    for (int i = 0; i < sums.length; i++) {
      sums[i] += forA * a[i] + forB * b[i] + forC * c[i] + forD * d[i];
    }
  }

  /** Multiplies values, each by a factor of its own. */
  static void scale(float[] values, float[] factors) {
    for (int i = 0; i < values.length; i++) {
      values[i] *= factors[i];
    }
  }
}
