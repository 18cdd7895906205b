package dev.darkroom.transforms.image;

/** One finished image: the bytes of a complete file, and what they hold. */
public final class EncodedImage {
  private final byte[] bytes;
  private final ImageFormat format;
  private final int width;
  private final int height;

  EncodedImage(byte[] bytes, ImageFormat format, int width, int height) {
    this.bytes = bytes;
    this.format = format;
    this.width = width;
    this.height = height;
  }

  /** The file itself, not a copy of it: do not modify. */
  public byte[] bytes() {
    return bytes;
  }

  /** The format of {@link #bytes()}. */
  public ImageFormat format() {
    return format;
  }

  /** In pixels. */
  public int width() {
    return width;
  }

  /** In pixels. */
  public int height() {
    return height;
  }
}
