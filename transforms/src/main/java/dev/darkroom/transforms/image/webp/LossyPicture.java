package dev.darkroom.transforms.image.webp;

import dev.darkroom.transforms.rejection.RejectedException;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import javax.annotation.Nullable;

/**
 * Makes red, green and blue of a lossy picture's luma and chroma. Of chroma, which has half the
 * rows and columns, nine parts come from the nearest sample, three each from the next row's and the
 * next column's, and one from that beyond both. Chroma and rounding are those of libwebp.
 */
final class LossyPicture {
  private final LossyFrame frame;
  private final int bands;
  private final byte[] samples;
  private final int[] u;
  private final int[] v;

  private LossyPicture(LossyFrame frame, int bands) {
    this.frame = frame;
    this.bands = bands;
    this.samples = new byte[bands * frame.width() * frame.height()];
    this.u = new int[(frame.width() + 1) / 2];
    this.v = new int[u.length];
  }

  /**
   * Red, green and blue, and alpha if there is any.
   *
   * @param bytes holds the content of a {@code VP8} chunk
   * @param alpha a byte for each pixel, row by row
   * @throws RejectedException if the data is damaged
   */
  static Raster decode(byte[] bytes, int from, int to, @Nullable byte[] alpha)
      throws RejectedException {
    LossyFrame frame = new LossyFrame(bytes, from, to);
    frame.decode();
    LossyPicture picture = new LossyPicture(frame, alpha == null ? 3 : 4);
    for (int y = 0; y < frame.height(); y++) {
      picture.blend(y);
      picture.put(y);
    }
    for (int i = 0; alpha != null && i < alpha.length; i++) {
      picture.samples[4 * i + 3] = alpha[i];
    }
    return picture.raster();
  }

  private Raster raster() {
    int[] places = bands == 3 ? new int[] {0, 1, 2} : new int[] {0, 1, 2, 3};
    DataBufferByte buffer = new DataBufferByte(samples, samples.length);
    int width = frame.width();
    return Raster.createInterleavedRaster(
        buffer, width, frame.height(), bands * width, bands, places, null);
  }

  /** Three parts of the nearest row of chroma, and one of the next. */
  private void blend(int y) {
    int last = (frame.height() + 1) / 2 - 1;
    int near = y / 2;
    int next = Math.max(0, Math.min(last, y % 2 == 0 ? near - 1 : near + 1));
    blend(frame.u(), near, next, u);
    blend(frame.v(), near, next, v);
  }

  private static void blend(Plane plane, int near, int next, int[] row) {
    int a = plane.at(0, near);
    int b = plane.at(0, next);
    for (int x = 0; x < row.length; x++) {
      row[x] = 3 * (plane.samples[a + x] & 0xFF) + (plane.samples[b + x] & 0xFF);
    }
  }

  private void put(int y) {
    byte[] luma = frame.luma().samples;
    int from = frame.luma().at(0, y);
    int to = bands * frame.width() * y;
    int last = u.length - 1;
    for (int x = 0; x < frame.width(); x++, to += bands) {
      int near = x / 2;
      int next = Math.max(0, Math.min(last, x % 2 == 0 ? near - 1 : near + 1));
      int light = ((luma[from + x] & 0xFF) * 19077) >> 8;
      int blue = (3 * u[near] + u[next] + 8) >> 4;
      int red = (3 * v[near] + v[next] + 8) >> 4;
      samples[to] = level(light + ((red * 26149) >> 8) - 14234);
      samples[to + 1] = level(light - ((blue * 6419) >> 8) - ((red * 13320) >> 8) + 8708);
      samples[to + 2] = level(light + ((blue * 33050) >> 8) - 17685);
    }
  }

  /** From 64ths of a level. */
  private static byte level(int value) {
    return (byte) Plane.clip(value >> 6);
  }
}
