package dev.darkroom.transforms.image.jpeg;

/** The pixels of an {@link Excerpt}, as the file stores them, at the size wanted. Immutable. */
public final class DecodedExcerpt {
  private final Excerpt excerpt;
  private final byte[][] planes;
  private final boolean rgb;

  DecodedExcerpt(Excerpt excerpt, byte[][] planes, boolean rgb) {
    this.excerpt = excerpt;
    this.planes = planes;
    this.rgb = rgb;
  }

  /** In pixels. */
  public int width() {
    return excerpt.toWidth();
  }

  /** In pixels. */
  public int height() {
    return excerpt.toHeight();
  }

  /** A new array of red, green and blue, a byte each, row by row. */
  public byte[] rgb() {
    byte[] pixels = new byte[3 * width() * height()];
    byte[] first = planes[0];
    byte[] second = planes[planes.length == 3 ? 1 : 0];
    byte[] third = planes[planes.length == 3 ? 2 : 0];
    boolean ready = rgb || planes.length == 1;
    int stride = 3 * width();
    for (int i = 0, x = 0; x < width(); x++) {
      for (int y = 0, to = 3 * x; y < height(); y++, i++, to += stride) {
        if (ready) {
          pixels[to] = first[i];
          pixels[to + 1] = second[i];
          pixels[to + 2] = third[i];
        } else {
          int luma = first[i] & 0xFF;
          int cb = (second[i] & 0xFF) - 128;
          int cr = (third[i] & 0xFF) - 128;
          pixels[to] = YcbCr.red(luma, cr);
          pixels[to + 1] = YcbCr.green(luma, cb, cr);
          pixels[to + 2] = YcbCr.blue(luma, cb);
        }
      }
    }
    return pixels;
  }
}
