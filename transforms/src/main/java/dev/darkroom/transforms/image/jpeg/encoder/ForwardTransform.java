package dev.darkroom.transforms.image.jpeg.encoder;

/**
 * The forward DCT of many blocks at once, in loops that compilers make vector instructions of.
 * Rounds as libjpeg's accurate integer transform does, whose flow graph is that of Loeffler,
 * Ligtenberg and Moschytz, "Practical fast 1-D DCT algorithms with 11 multiplications" (ICASSP
 * 1989), with factors of 13 bits.
 */
final class ForwardTransform {
  private static final int SIDE = 8;
  private static final int HALF = 4;

  /**
   * By frequency: what each sum, or difference if the frequency is odd, of two samples that lie
   * opposite each other counts; cosines in units of 2^-13. What the factors of the flow graph add
   * up to, so that some are one off.
   */
  private static final int[][] WEIGHTS = {
    {8192, 8192, 8192, 8192},
    {11363, 9633, 6437, 2260},
    {10703, 4433, -4433, -10703},
    {9633, -2259, -11362, -6436},
    {8192, -8192, -8192, 8192},
    {6437, -11362, 2261, 9633},
    {4433, -10704, 10704, -4433},
    {2260, -6436, 9633, -11363}
  };

  /** Leaves two bits more than the samples had. */
  private static final int ROWS_SHIFT = 11;

  /** Takes them away again. Coefficients are eight times those of T.81 (A.3.3). */
  private static final int COLUMNS_SHIFT = 15;

  private final int[][] sums;
  private final int[][] differences;
  private final int[][] turned;
  private final int[][] frequencies;

  /**
   * @param blocks how many are transformed at once
   */
  ForwardTransform(int blocks) {
    sums = new int[HALF][SIDE * blocks];
    differences = new int[HALF][SIDE * blocks];
    turned = new int[SIDE][SIDE * blocks];
    frequencies = new int[SIDE][SIDE * blocks];
  }

  /**
   * The coefficients of samples: by vertical frequency, and eight times block plus horizontal
   * frequency. Good until the next call.
   *
   * @param samples by column within a block, and eight times block plus row
   */
  int[][] transform(int[][] samples) {
    pass(samples, frequencies, ROWS_SHIFT);
    turn(frequencies, turned);
    pass(turned, frequencies, COLUMNS_SHIFT);
    return frequencies;
  }

  private void pass(int[][] from, int[][] to, int shift) {
    for (int i = 0; i < HALF; i++) {
      add(sums[i], from[i], from[SIDE - 1 - i]);
      subtract(differences[i], from[i], from[SIDE - 1 - i]);
    }
    for (int frequency = 0; frequency < SIDE; frequency++) {
      int[][] terms = frequency % 2 == 0 ? sums : differences;
      weigh(to[frequency], terms, WEIGHTS[frequency], shift);
    }
  }

  private static void add(int[] sums, int[] a, int[] b) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] = a[i] + b[i];
    }
  }

  private static void subtract(int[] differences, int[] a, int[] b) {
    for (int i = 0; i < differences.length; i++) {
      differences[i] = a[i] - b[i];
    }
  }

  private static void weigh(int[] to, int[][] terms, int[] weights, int shift) {
    int[] a = terms[0];
    int[] b = terms[1];
    int[] c = terms[2];
    int[] d = terms[3];
    int forA = weights[0];
    int forB = weights[1];
    int forC = weights[2];
    int forD = weights[3];
    int half = 1 << (shift - 1);
    for (int i = 0; i < to.length; i++) {
      to[i] = (forA * a[i] + forB * b[i] + forC * c[i] + forD * d[i] + half) >> shift;
    }
  }

  /** Transposes each block. */
  private static void turn(int[][] from, int[][] to) {
    for (int i = 0; i < SIDE; i++) {
      int[] column = from[i];
      for (int j = 0; j < SIDE; j++) {
        int[] row = to[j];
        for (int at = 0; at < row.length; at += SIDE) {
          row[at + i] = column[at + j];
        }
      }
    }
  }
}
