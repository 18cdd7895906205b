package dev.darkroom.transforms.image.webp;

import dev.darkroom.transforms.rejection.RejectedException;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.util.Arrays;
import javax.annotation.Nullable;

/**
 * Makes red, green and blue of a lossy picture's luma and chroma. Of chroma, which has half the
 * rows and columns, nine parts come from the nearest sample, three each from the next row's and the
 * next column's, and one from that beyond both. Rounding is that of libwebp.
 */
final class LossyPicture {
  /** Factors of ITU-R BT.601 for luma of 16 to 235 and chroma of 16 to 240, by 2^14. */
  private static final int LIGHT = 19077;

  private static final int V_TO_RED = 26149;
  private static final int U_TO_GREEN = 6419;
  private static final int V_TO_GREEN = 13320;
  private static final int U_TO_BLUE = 33050;

  /** What black and grey come to, with half a level for rounding, in 64ths of a level. */
  private static final int RED_AT_ZERO = -14234;

  private static final int GREEN_AT_ZERO = 8708;
  private static final int BLUE_AT_ZERO = -17685;

  private final LossyFrame frame;
  private final byte[] red;
  private final byte[] green;
  private final byte[] blue;
  private final int[] u;
  private final int[] v;

  private LossyPicture(LossyFrame frame) {
    this.frame = frame;
    this.red = new byte[frame.width() * frame.height()];
    this.green = new byte[red.length];
    this.blue = new byte[red.length];
    this.u = new int[(frame.width() + 1) / 2];
    this.v = new int[u.length];
  }

  /**
   * Red, green and blue, and alpha if there is any.
   *
   * @param frame not decoded yet
   * @param alpha a byte for each pixel, row by row
   * @throws RejectedException if the data is damaged
   */
  static Raster decode(LossyFrame frame, @Nullable byte[] alpha) throws RejectedException {
    frame.decode();
    LossyPicture picture = new LossyPicture(frame);
    for (int y = 0; y < frame.height(); y++) {
      picture.blend(y);
      picture.put(y);
    }
    return picture.raster(alpha);
  }

  private Raster raster(@Nullable byte[] alpha) {
    byte[][] bands =
        alpha == null ? new byte[][] {red, green, blue} : new byte[][] {red, green, blue, alpha};
    int[] places = new int[bands.length];
    Arrays.setAll(places, i -> i);
    DataBufferByte buffer = new DataBufferByte(bands, red.length);
    int width = frame.width();
    return Raster.createBandedRaster(
        buffer, width, frame.height(), width, places, new int[bands.length], null);
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
    int to = frame.width() * y;
    int last = u.length - 1;
    for (int x = 0; x < frame.width(); x++) {
      int near = x / 2;
      int next = Math.max(0, Math.min(last, x % 2 == 0 ? near - 1 : near + 1));
      int light = ((luma[from + x] & 0xFF) * LIGHT) >> 8;
      int forBlue = (3 * u[near] + u[next] + 8) >> 4;
      int forRed = (3 * v[near] + v[next] + 8) >> 4;
      red[to + x] = level(light + ((forRed * V_TO_RED) >> 8) + RED_AT_ZERO);
      green[to + x] =
          level(
              light - ((forBlue * U_TO_GREEN) >> 8) - ((forRed * V_TO_GREEN) >> 8) + GREEN_AT_ZERO);
      blue[to + x] = level(light + ((forBlue * U_TO_BLUE) >> 8) + BLUE_AT_ZERO);
    }
  }

  /** From 64ths of a level. */
  private static byte level(int value) {
    return (byte) Plane.clip(value >> 6);
  }
}
