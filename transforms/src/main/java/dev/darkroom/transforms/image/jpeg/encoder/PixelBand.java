package dev.darkroom.transforms.image.jpeg.encoder;

import dev.darkroom.transforms.image.pixels.Pixels;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Eight rows of an image, as wide as its blocks, in the order in which blocks are transformed: by
 * column within a block, and eight times block plus row. Beyond the image the last pixels repeat.
 */
final class PixelBand {
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

  private static final int SIDE = 8;

  /** Of Y, Cb and Cr (JFIF 1.02, "Conversion to and from RGB"), in units of 2^-16. */
  private static final int[][] WEIGHTS = {
    {19595, 38470, 7471}, {-11059, -21709, 32768}, {32768, -27439, -5329}
  };

  private static final int BITS = 16;

  /** Y is rounded, and becomes a number around zero; halves of Cb and Cr are rounded down. */
  private static final int[] OFFSETS = {
    (1 << (BITS - 1)) - (128 << BITS), (1 << (BITS - 1)) - 1, (1 << (BITS - 1)) - 1
  };

  private final byte[] rgb;
  private final int width;
  private final int height;
  private final int[][] pixels;

  PixelBand(Pixels image, int blocks) {
    this.rgb = image.rgb();
    this.width = image.width();
    this.height = image.height();
    this.pixels = new int[SIDE][SIDE * blocks];
  }

  /** Takes the rows from this one on. */
  void read(int top) {
    for (int column = 0; column < SIDE; column++) {
      for (int row = 0; row < SIDE; row++) {
        int line = Math.min(top + row, height - 1) * width;
        read(
            pixels[column], row, Pixels.BANDS * (line + column), Pixels.BANDS * (line + width - 1));
      }
    }
  }

  private void read(int[] to, int row, int from, int last) {
    byte[] in = rgb;
    int i = row;
    for (int at = from; at < last; at += SIDE * Pixels.BANDS, i += SIDE) {
      to[i] = (int) INT.get(in, at);
    }
    int end = (in[last] & 0xFF) << 24 | (in[last + 1] & 0xFF) << 16 | (in[last + 2] & 0xFF) << 8;
    for (; i < to.length; i += SIDE) {
      to[i] = end;
    }
  }

  /**
   * Makes samples of a component: 0 is Y, 1 is Cb, 2 is Cr.
   *
   * @param samples are set to -128 to 127, in the order of the pixels
   */
  void samples(int component, int[][] samples) {
    int[] weights = WEIGHTS[component];
    for (int column = 0; column < SIDE; column++) {
      mix(samples[column], pixels[column], weights[0], weights[1], weights[2], OFFSETS[component]);
    }
  }

  private static void mix(int[] to, int[] pixels, int red, int green, int blue, int offset) {
    for (int i = 0; i < to.length; i++) {
      int rgb = pixels[i];
      to[i] =
          (red * (rgb >>> 24) + green * (rgb >> 16 & 0xFF) + blue * (rgb >> 8 & 0xFF) + offset)
              >> BITS;
    }
  }
}
