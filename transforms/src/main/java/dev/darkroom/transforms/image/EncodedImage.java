package dev.darkroom.transforms.image;

import dev.darkroom.transforms.image.source.ImageFormat;

/** One finished image: the bytes of a complete file, and what they hold. */
public final class EncodedImage {
  private final byte[] bytes;
  private final ImageFormat format;
  private final int width;
  private final int height;
  private final boolean untouched;

  private EncodedImage(byte[] bytes, ImageFormat format, int width, int height, boolean untouched) {
    this.bytes = bytes;
    this.format = format;
    this.width = width;
    this.height = height;
    this.untouched = untouched;
  }

  /** An image that was made of another one. */
  static EncodedImage made(byte[] bytes, ImageFormat format, int width, int height) {
    return new EncodedImage(bytes, format, width, height, false);
  }

  /** An image that is as its source was, byte for byte. */
  static EncodedImage untouched(byte[] bytes, ImageFormat format, int width, int height) {
    return new EncodedImage(bytes, format, width, height, true);
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

  /** Whether the bytes are the source's own. */
  public boolean untouched() {
    return untouched;
  }
}
