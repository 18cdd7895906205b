package dev.darkroom.transforms.image.imgscalr;

import java.awt.image.BufferedImage;
import java.util.Arrays;

/**
 * Interpolates between the two nearest pixels on each axis, with half-pixel centres and without
 * antialiasing: what TensorFlow's resize_bilinear computes, rounded to the nearest.
 */
final class BilinearResampler implements Resampler {
  private static final int BANDS = RgbImage.BANDS;

  private final Axis x;
  private final Axis y;
  private final float[] across;
  private final float[] sums;
  private int taken;
  private int firstOpen;

  BilinearResampler(int fromWidth, int fromHeight, int width, int height) {
    this.x = new Axis(fromWidth, width);
    this.y = new Axis(fromHeight, height);
    this.across = new float[width * BANDS];
    this.sums = new float[width * height * BANDS];
  }

  @Override
  public void row(byte[] rgb) {
    int row = taken++;
    while (firstOpen < y.size && y.upper[firstOpen] < row) {
      firstOpen++;
    }
    boolean interpolated = false;
    for (int i = firstOpen; i < y.size && y.lower[i] <= row; i++) {
      float weight = (y.lower[i] == row ? 1 - y.part[i] : 0) + (y.upper[i] == row ? y.part[i] : 0);
      if (weight > 0) {
        if (!interpolated) {
          interpolate(rgb);
          interpolated = true;
        }
        int at = i * across.length;
        for (int j = 0; j < across.length; j++) {
          sums[at + j] += weight * across[j];
        }
      }
    }
  }

  private void interpolate(byte[] rgb) {
    for (int i = 0; i < x.size; i++) {
      int lower = x.lower[i] * BANDS;
      int upper = x.upper[i] * BANDS;
      for (int band = 0; band < BANDS; band++) {
        int left = rgb[lower + band] & 0xFF;
        int right = rgb[upper + band] & 0xFF;
        across[i * BANDS + band] = left + (right - left) * x.part[i];
      }
    }
  }

  @Override
  public void restart() {
    Arrays.fill(sums, 0);
    taken = 0;
    firstOpen = 0;
  }

  @Override
  public BufferedImage result() {
    BufferedImage image = RgbImage.of(x.size, y.size);
    byte[] samples = RgbImage.samples(image);
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (byte) Math.min(255, (int) (sums[i] + 0.5f));
    }
    return image;
  }

  /** Between which two pixels of the source each pixel lies. */
  private static final class Axis {
    private final int size;
    private final int[] lower;
    private final int[] upper;
    private final float[] part;

    Axis(int from, int size) {
      this.size = size;
      this.lower = new int[size];
      this.upper = new int[size];
      this.part = new float[size];
      float scale = from / (float) size;
      for (int i = 0; i < size; i++) {
        float place = (i + 0.5f) * scale - 0.5f;
        float floor = (float) Math.floor(place);
        lower[i] = Math.max(0, (int) floor);
        upper[i] = Math.min(from - 1, (int) floor + 1);
        part[i] = place - floor;
      }
    }
  }
}
