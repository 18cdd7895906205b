package dev.darkroom.transforms.image.imgscalr;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

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
    int[] pixels = ((DataBufferInt) shrunk.getRaster().getDataBuffer()).getData();
    byte[] row = new byte[shrunk.getWidth() * 3];
    for (int i = 0, at = 0; i < pixels.length; i++) {
      row[at++] = (byte) (pixels[i] >> 16);
      row[at++] = (byte) (pixels[i] >> 8);
      row[at++] = (byte) pixels[i];
      if (at == row.length) {
        bilinear.row(row);
        at = 0;
      }
    }
    return bilinear.result();
  }
}
