package dev.darkroom.transforms.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import javax.imageio.ImageIO;

/** An output, decoded again by ImageIO, and what can be said of its pixels. */
record Picture(BufferedImage pixels) {

  static Picture of(EncodedImage encoded) {
    try {
      return new Picture(ImageIO.read(new ByteArrayInputStream(encoded.bytes())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int width() {
    return pixels.getWidth();
  }

  int height() {
    return pixels.getHeight();
  }

  /** Top left, top right, bottom left, bottom right, as 0xRRGGBB. */
  void assertQuadrants(int tolerance, int... expected) {
    for (int i = 0; i < 4; i++) {
      double[] mean = quadrant(i % 2, i / 2);
      for (int c = 0; c < 3; c++) {
        int want = (expected[i] >> (16 - 8 * c)) & 0xFF;
        int at = i;
        assertEquals(
            want, mean[c], tolerance, () -> "quadrant " + at + " is " + Arrays.toString(mean));
      }
    }
  }

  /** Leaves out the eighth of the picture around the inner edges, where quadrants mix. */
  private double[] quadrant(int right, int lower) {
    int w = Math.max(1, width() * 3 / 8);
    int h = Math.max(1, height() * 3 / 8);
    return mean(right * (width() - w), lower * (height() - h), w, h);
  }

  double[] mean(int x0, int y0, int w, int h) {
    double[] sum = new double[3];
    for (int y = y0; y < y0 + h; y++) {
      for (int x = x0; x < x0 + w; x++) {
        for (int c = 0; c < 3; c++) {
          sum[c] += sample(x, y, c);
        }
      }
    }
    return Arrays.stream(sum).map(s -> s / (w * h)).toArray();
  }

  int sample(int x, int y, int channel) {
    return (pixels.getRGB(x, y) >> (16 - 8 * channel)) & 0xFF;
  }

  void assertClose(Picture other, double meanTolerance, int maxTolerance) {
    assertEquals(width(), other.width());
    assertEquals(height(), other.height());
    long sum = 0;
    int max = 0;
    for (int y = 0; y < height(); y++) {
      for (int x = 0; x < width(); x++) {
        for (int c = 0; c < 3; c++) {
          int difference = Math.abs(sample(x, y, c) - other.sample(x, y, c));
          sum += difference;
          max = Math.max(max, difference);
        }
      }
    }
    double mean = sum / (3.0 * width() * height());
    int worst = max;
    assertTrue(
        mean <= meanTolerance && worst <= maxTolerance,
        () -> "mean difference " + mean + ", largest " + worst);
  }
}
