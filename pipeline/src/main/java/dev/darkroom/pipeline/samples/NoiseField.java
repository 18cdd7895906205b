package dev.darkroom.pipeline.samples;

import java.util.Random;

/**
 * Gradient noise over the plane, after Perlin (An Image Synthesizer, 1985; quintic fade of 2002).
 * Its octaves fall off as 1/f, as the spectra of natural images do. Immutable.
 */
final class NoiseField {
  private static final int SIZE = 256;
  private static final int MASK = SIZE - 1;

  /** Where each column of cells starts in the gradients; one more for the wrap. */
  private final int[] starts = new int[SIZE + 1];

  /** Unit vectors, twice over, so that a start plus a row needs no wrap. */
  private final double[] gradientX = new double[2 * SIZE];

  private final double[] gradientY = new double[2 * SIZE];

  NoiseField(Random random) {
    for (int i = 0; i < SIZE; i++) {
      starts[i] = random.nextInt(SIZE);
      double angle = 2 * StrictMath.PI * random.nextDouble();
      gradientX[i] = StrictMath.cos(angle);
      gradientY[i] = StrictMath.sin(angle);
    }
    starts[SIZE] = starts[0];
    System.arraycopy(gradientX, 0, gradientX, SIZE, SIZE);
    System.arraycopy(gradientY, 0, gradientY, SIZE, SIZE);
  }

  /** One octave: features of about unit size, values about -0.7 to 0.7, mean 0. */
  double at(double x, double y) {
    double floorX = Math.floor(x);
    double floorY = Math.floor(y);
    int cellX = (int) floorX & MASK;
    int cellY = (int) floorY & MASK;
    double dx = x - floorX;
    double dy = y - floorY;
    double fadeX = fade(dx);
    double fadeY = fade(dy);
    int left = starts[cellX] + cellY;
    int right = starts[cellX + 1] + cellY;
    double top = Curves.between(slope(left, dx, dy), slope(right, dx - 1, dy), fadeX);
    double bottom =
        Curves.between(slope(left + 1, dx, dy - 1), slope(right + 1, dx - 1, dy - 1), fadeX);
    return Curves.between(top, bottom, fadeY);
  }

  /** So many octaves, each of half the size and half the strength; about -1 to 1. */
  double fractal(double x, double y, int octaves) {
    double sum = 0;
    double strength = 1;
    for (int octave = 0; octave < octaves; octave++) {
      sum += strength * at(x, y);
      strength /= 2;
      // Not quite doubled, and shifted: lattice points of the octaves must not coincide.
      x = 1.97 * x + 17.3;
      y = 1.97 * y + 5.9;
    }
    return sum;
  }

  /** As {@link #fractal}, folded into crests: 0 in the valleys to about 2 on the ridges. */
  double ridged(double x, double y, int octaves) {
    double sum = 0;
    double strength = 1;
    for (int octave = 0; octave < octaves; octave++) {
      double crest = 1 - 1.6 * Math.abs(at(x, y));
      sum += strength * crest * crest;
      strength /= 2;
      x = 1.97 * x + 17.3;
      y = 1.97 * y + 5.9;
    }
    return sum;
  }

  private double slope(int gradient, double dx, double dy) {
    return gradientX[gradient] * dx + gradientY[gradient] * dy;
  }

  private static double fade(double t) {
    return t * t * t * (t * (t * 6 - 15) + 10);
  }
}
