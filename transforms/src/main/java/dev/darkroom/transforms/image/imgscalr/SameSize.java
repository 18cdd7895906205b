package dev.darkroom.transforms.image.imgscalr;

import java.awt.image.BufferedImage;

/** Keeps every pixel. */
final class SameSize implements Resampler {
  private final BufferedImage image;
  private final byte[] samples;
  private int at;

  SameSize(int width, int height) {
    this.image = RgbImage.of(width, height);
    this.samples = RgbImage.samples(image);
  }

  @Override
  public void row(byte[] rgb) {
    System.arraycopy(rgb, 0, samples, at, rgb.length);
    at += rgb.length;
  }

  @Override
  public void restart() {
    at = 0;
  }

  @Override
  public BufferedImage result() {
    return image;
  }
}
