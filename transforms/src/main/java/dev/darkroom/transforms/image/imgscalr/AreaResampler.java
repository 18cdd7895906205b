package dev.darkroom.transforms.image.imgscalr;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Arrays;

/**
 * Shrinks by the mean of the area that a pixel covers, parts of pixels counted by their part: what
 * TensorFlow's resize_area computes, in whole numbers and rounded to the nearest.
 *
 * <p>Lengths are measured in units of which a source pixel has as many as there are output pixels,
 * and an output pixel as many as there are source pixels.
 */
final class AreaResampler implements Resampler {
  private static final int BANDS = 3;

  private final int fromWidth;
  private final int fromHeight;
  private final int width;
  private final int height;
  private final int[] across;
  private final long[] sums;
  private final BufferedImage image;
  private final int[] pixels;
  private int missing;
  private int done;

  /** Neither side may grow. */
  AreaResampler(int fromWidth, int fromHeight, int width, int height) {
    this.fromWidth = fromWidth;
    this.fromHeight = fromHeight;
    this.width = width;
    this.height = height;
    this.across = new int[width * BANDS];
    this.sums = new long[width * BANDS];
    this.image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    this.pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    this.missing = fromHeight;
  }

  @Override
  public void row(byte[] rgb) {
    shrink(rgb);
    int left = height;
    while (left > 0) {
      int taken = Math.min(left, missing);
      for (int i = 0; i < sums.length; i++) {
        sums[i] += (long) taken * across[i];
      }
      left -= taken;
      missing -= taken;
      if (missing == 0) {
        finishRow();
        missing = fromHeight;
      }
    }
  }

  private void shrink(byte[] rgb) {
    int at = 0;
    int left = width;
    for (int i = 0; i < across.length; i += BANDS) {
      int needed = fromWidth;
      int first = Math.min(left, needed);
      int red = first * (rgb[at] & 0xFF);
      int green = first * (rgb[at + 1] & 0xFF);
      int blue = first * (rgb[at + 2] & 0xFF);
      needed -= first;
      left -= first;
      if (left == 0) {
        at += BANDS;
        left = width;
      }
      int whole = needed / width;
      if (whole > 0) {
        int reds = 0;
        int greens = 0;
        int blues = 0;
        for (int end = at + whole * BANDS; at < end; at += BANDS) {
          reds += rgb[at] & 0xFF;
          greens += rgb[at + 1] & 0xFF;
          blues += rgb[at + 2] & 0xFF;
        }
        red += width * reds;
        green += width * greens;
        blue += width * blues;
        needed -= whole * width;
      }
      if (needed > 0) {
        red += needed * (rgb[at] & 0xFF);
        green += needed * (rgb[at + 1] & 0xFF);
        blue += needed * (rgb[at + 2] & 0xFF);
        left -= needed;
      }
      across[i] = red;
      across[i + 1] = green;
      across[i + 2] = blue;
    }
  }

  private void finishRow() {
    long area = (long) fromWidth * fromHeight;
    long half = area / 2;
    double scale = 1.0 / area;
    int at = done++ * width;
    for (int i = 0; i < sums.length; i += BANDS) {
      int red = (int) ((sums[i] + half) * scale);
      int green = (int) ((sums[i + 1] + half) * scale);
      int blue = (int) ((sums[i + 2] + half) * scale);
      pixels[at++] = red << 16 | green << 8 | blue;
      sums[i] = 0;
      sums[i + 1] = 0;
      sums[i + 2] = 0;
    }
  }

  @Override
  public void restart() {
    Arrays.fill(sums, 0);
    missing = fromHeight;
    done = 0;
  }

  @Override
  public BufferedImage result() {
    return image;
  }
}
