package dev.darkroom.transforms.image.jpeg;

/** The pixels of an {@link Excerpt}, as the file stores them, at the size wanted. */
public final class DecodedExcerpt {
  private final int width;
  private final int height;
  private final byte[] rgb;

  DecodedExcerpt(int width, int height, byte[] rgb) {
    this.width = width;
    this.height = height;
    this.rgb = rgb;
  }

  /** In pixels. */
  public int width() {
    return width;
  }

  /** In pixels. */
  public int height() {
    return height;
  }

  /** Red, green and blue, a byte each, row by row; not to be changed. */
  public byte[] rgb() {
    return rgb;
  }
}
