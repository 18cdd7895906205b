package dev.darkroom.transforms.image.jpeg;

import java.util.Arrays;

/** Sums of arrays of equal length, in loops that compilers make vector instructions of. */
final class WeightedSum {
  private static final int TOGETHER = 4;

  private WeightedSum() {}

  /** Sets {@code sums} to the first {@code count} terms, times the weights from a place on. */
  static void set(float[] sums, float[][] terms, int count, float[] weights, int at) {
    int i = 0;
    if (count < TOGETHER) {
      Arrays.fill(sums, 0);
    } else {
      setFour(sums, weights, at, terms[0], terms[1], terms[2], terms[3]);
      i = TOGETHER;
    }
    for (; i + TOGETHER <= count; i += TOGETHER) {
      addFour(sums, weights, at + i, terms[i], terms[i + 1], terms[i + 2], terms[i + 3]);
    }
    for (; i < count; i++) {
      add(sums, weights[at + i], terms[i]);
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

  private static void add(float[] sums, float weight, float[] term) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += weight * term[i];
    }
  }

  /** Multiplies values, each by a factor of its own. */
  static void scale(float[] values, float[] factors) {
    for (int i = 0; i < values.length; i++) {
      values[i] *= factors[i];
    }
  }
}
