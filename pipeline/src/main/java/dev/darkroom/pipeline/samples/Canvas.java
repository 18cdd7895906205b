package dev.darkroom.pipeline.samples;

import java.util.Arrays;

/**
 * Pixels while they are painted, front to back: what is nearest comes first, and what it hides need
 * not be computed. Places are given in units of the picture's height: x from 0 to {@link #aspect},
 * y from 0 (top) to 1. Not thread safe.
 */
final class Canvas {
  private static final float INVISIBLE = 1f / 512;

  final int width;
  final int height;
  private final float[] samples;

  /** The share of light from further behind that still reaches the eye, per pixel. */
  private final float[] open;

  Canvas(int width, int height) {
    this.width = width;
    this.height = height;
    samples = new float[3 * width * height];
    open = new float[width * height];
    Arrays.fill(open, 1);
  }

  double aspect() {
    return (double) width / height;
  }

  /** The side of a pixel. */
  double pixel() {
    return 1.0 / height;
  }

  double x(int column) {
    return (column + 0.5) / height;
  }

  double y(int row) {
    return (row + 0.5) / height;
  }

  int columnAt(double x) {
    return clamp(x * height, width);
  }

  int rowAt(double y) {
    return clamp(y * height, height);
  }

  /** What was painted: {@code channel} 0 is red, 1 green, 2 blue. */
  float sample(int column, int row, int channel) {
    return samples[3 * (row * width + column) + channel];
  }

  /** Whether nothing painted here from now on could be seen. */
  boolean isHidden(int column, int row) {
    return open[row * width + column] < INVISIBLE;
  }

  /** Fills what is still open of a pixel. */
  void fill(int column, int row, Colour colour) {
    cover(column, row, colour, 1);
  }

  /** Covers the given share, 0 to 1, of what is still open of a pixel. */
  void cover(int column, int row, Colour colour, double share) {
    int pixel = row * width + column;
    float light = (float) share * open[pixel];
    samples[3 * pixel] += light * colour.red;
    samples[3 * pixel + 1] += light * colour.green;
    samples[3 * pixel + 2] += light * colour.blue;
    open[pixel] -= light;
  }

  /** Lets only the given share, 0 to 1, of the light from behind through. */
  void shade(int column, int row, double share) {
    open[row * width + column] *= (float) share;
  }

  private static int clamp(double index, int size) {
    return (int) Math.max(0, Math.min(size - 1, Math.floor(index)));
  }
}
