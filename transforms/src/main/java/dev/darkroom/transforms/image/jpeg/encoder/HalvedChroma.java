package dev.darkroom.transforms.image.jpeg.encoder;

/** Samples of chroma that stand for 2 by 2 pixels each. Not thread-safe. */
final class HalvedChroma {
  private static final int SIDE = 8;
  private static final int BANDS = 2;

  private final int[][][] whole;

  /**
   * @param blocks of luma side by side
   */
  HalvedChroma(int blocks) {
    whole = new int[BANDS][SIDE][SIDE * blocks];
  }

  /**
   * Makes a row of blocks: means, whose halves are rounded down and up in turn, as libjpeg does.
   *
   * @param bands the sixteen rows of pixels
   * @param component 1 is Cb, 2 is Cr
   * @param rows how many rows of samples the image has from here on; the last one is repeated
   */
  void read(PixelBand[] bands, int component, int rows, int[][] samples) {
    for (int i = 0; i < BANDS; i++) {
      bands[i].samples(component, whole[i]);
    }
    for (int column = 0; column < SIDE; column++) {
      for (int row = 0; row < SIDE; row++) {
        int from = 2 * Math.min(row, rows - 1);
        int[] left = whole[from / SIDE][2 * column % SIDE];
        int[] right = whole[from / SIDE][2 * column % SIDE + 1];
        int at = 2 * column / SIDE * SIDE + from % SIDE;
        halve(samples[column], row, left, right, at, 1 + column % 2);
      }
    }
  }

  private static void halve(int[] to, int row, int[] left, int[] right, int from, int bias) {
    int at = from;
    for (int i = row; i < to.length; i += SIDE) {
      to[i] = (left[at] + left[at + 1] + right[at] + right[at + 1] + bias) >> 2;
      at += BANDS * SIDE;
    }
  }
}
