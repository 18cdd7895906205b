package dev.darkroom.pipeline.samples;

import java.awt.image.BufferedImage;
import java.util.Random;

/** Turns a canvas into 8-bit pixels as a camera would: soft highlights, dim corners, grain. */
final class Film {
  private static final double SHOULDER = 0.78;
  private static final double DIMMING = 0.22;
  private static final double GRAIN = 0.016;

  private Film() {}

  static BufferedImage develop(Canvas canvas, Random random) {
    BufferedImage image =
        new BufferedImage(canvas.width, canvas.height, BufferedImage.TYPE_INT_RGB);
    long state = random.nextLong() | 1;
    int[] line = new int[canvas.width];
    for (int row = 0; row < canvas.height; row++) {
      for (int column = 0; column < canvas.width; column++) {
        state = state * 6364136223846793005L + 1442695040888963407L;
        double grain = GRAIN * ((state >> 33) + (state << 31 >> 33)) / (double) (1L << 31);
        double light = 1 - DIMMING * cornerness(canvas, column, row);
        line[column] =
            level(light * canvas.sample(column, row, 0) + grain) << 16
                | level(light * canvas.sample(column, row, 1) + grain) << 8
                | level(light * canvas.sample(column, row, 2) + grain);
      }
      image.setRGB(0, row, canvas.width, 1, line, 0, canvas.width);
    }
    return image;
  }

  /** From 0 in the middle to 1 in the corners. */
  private static double cornerness(Canvas canvas, int column, int row) {
    double x = 2 * (column + 0.5) / canvas.width - 1;
    double y = 2 * (row + 0.5) / canvas.height - 1;
    double squared = (x * x + y * y) / 2;
    return squared * squared;
  }

  private static int level(double value) {
    double kept = value;
    if (value > SHOULDER) {
      double over = (value - SHOULDER) / (1 - SHOULDER);
      kept = SHOULDER + (1 - SHOULDER) * over / (1 + 0.8 * over);
    }
    return (int) (255 * Curves.clamp(kept) + 0.5);
  }
}
