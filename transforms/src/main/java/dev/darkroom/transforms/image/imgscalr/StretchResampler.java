package dev.darkroom.transforms.image.imgscalr;

import java.awt.image.BufferedImage;
import java.util.Arrays;

/** Shrinks the axis that shrinks by its area, and then lets the other one grow. */
final class StretchResampler implements Resampler {
  private final AreaResampler area;
  private final BilinearResampler bilinear;

  StretchResampler(int fromWidth, int fromHeight, int width, int height) {
    int between = Math.min(fromWidth, width);
    int betweenHeight = Math.min(fromHeight, height);
    area = new AreaResampler(fromWidth, fromHeight, between, betweenHeight);
    bilinear = new BilinearResampler(between, betweenHeight, width, height);
  }

  @Override
  public void row(byte[] rgb) {
    area.row(rgb);
  }

  @Override
  public void restart() {
    area.restart();
  }

  @Override
  public BufferedImage result() {
    BufferedImage shrunk = area.result();
    byte[] samples = RgbImage.samples(shrunk);
    int rowBytes = shrunk.getWidth() * RgbImage.BANDS;
    for (int at = 0; at < samples.length; at += rowBytes) {
      bilinear.row(Arrays.copyOfRange(samples, at, at + rowBytes));
    }
    return bilinear.result();
  }
}
