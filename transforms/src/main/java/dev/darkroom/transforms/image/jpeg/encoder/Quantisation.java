package dev.darkroom.transforms.image.jpeg.encoder;

import dev.darkroom.transforms.image.jpeg.Zigzag;

/** A quantisation table, and the division by it. Immutable. */
final class Quantisation {
  /** ITU-T T.81, table K.1. */
  private static final int[] LUMA = {
    16, 11, 10, 16, 24, 40, 51, 61,
    12, 12, 14, 19, 26, 58, 60, 55,
    14, 13, 16, 24, 40, 57, 69, 56,
    14, 17, 22, 29, 51, 87, 80, 62,
    18, 22, 37, 56, 68, 109, 103, 77,
    24, 35, 55, 64, 81, 104, 113, 92,
    49, 64, 78, 87, 103, 121, 120, 101,
    72, 92, 95, 98, 112, 100, 103, 99
  };

  /** ITU-T T.81, table K.2. */
  private static final int[] CHROMA = {
    17, 18, 24, 47, 99, 99, 99, 99,
    18, 21, 26, 66, 99, 99, 99, 99,
    24, 26, 56, 99, 99, 99, 99, 99,
    47, 66, 99, 99, 99, 99, 99, 99,
    99, 99, 99, 99, 99, 99, 99, 99,
    99, 99, 99, 99, 99, 99, 99, 99,
    99, 99, 99, 99, 99, 99, 99, 99,
    99, 99, 99, 99, 99, 99, 99, 99
  };

  private static final int SIDE = 8;
  private static final int LARGEST_STEP = 255;

  /** Coefficients come eight times too large. */
  private static final int SCALE_BITS = 3;

  /**
   * Of the factors that stand for divisions: 2^20 divided by a step, rounded up, is at most 255
   * times 2^-20 too large in proportion, which does not reach the next whole number of what is
   * below 2^12.
   */
  private static final int FACTOR_BITS = 20;

  private final int[] steps;

  private Quantisation(int[] standard, int quality) {
    int percent = quality < 50 ? 5000 / quality : 200 - 2 * quality;
    steps = new int[standard.length];
    for (int i = 0; i < steps.length; i++) {
      int step = (standard[i] * percent + 50) / 100;
      steps[i] = Math.max(1, Math.min(LARGEST_STEP, step));
    }
  }

  /** For luma at a quality of 1 to 100, as libjpeg scales the table. */
  static Quantisation luma(int quality) {
    return new Quantisation(LUMA, quality);
  }

  /** For chroma at a quality of 1 to 100. */
  static Quantisation chroma(int quality) {
    return new Quantisation(CHROMA, quality);
  }

  /** The step of a coefficient, by its place in the file. */
  int step(int i) {
    return steps[SIDE * Zigzag.row(i) + Zigzag.column(i)];
  }

  /** What divides so many blocks side by side. */
  Divider divider(int blocks) {
    return new Divider(blocks);
  }

  /** Divides coefficients, to the nearest whole number, halves away from zero. Immutable. */
  final class Divider {
    private final int[][] halves;
    private final int[][] factors;

    private Divider(int blocks) {
      halves = new int[SIDE][SIDE * blocks];
      factors = new int[SIDE][SIDE * blocks];
      for (int row = 0; row < SIDE; row++) {
        for (int i = 0; i < SIDE * blocks; i++) {
          int step = steps[SIDE * row + i % SIDE];
          halves[row][i] = step << (SCALE_BITS - 1);
          factors[row][i] = ((1 << FACTOR_BITS) + step - 1) / step;
        }
      }
    }

    /**
     * Divides coefficients of a vertical frequency, as {@link ForwardTransform} leaves them, in
     * place.
     */
    void divide(int row, int[] coefficients) {
      divide(coefficients, halves[row], factors[row]);
    }

    private void divide(int[] values, int[] halves, int[] factors) {
      for (int i = 0; i < values.length; i++) {
        int sign = values[i] >> 31;
        int size = (values[i] ^ sign) - sign;
        int quotient = (((size + halves[i]) >> SCALE_BITS) * factors[i]) >>> FACTOR_BITS;
        values[i] = (quotient ^ sign) - sign;
      }
    }
  }
}
