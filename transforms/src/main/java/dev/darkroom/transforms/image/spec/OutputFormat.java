package dev.darkroom.transforms.image.spec;

import dev.darkroom.transforms.image.source.ImageFormat;

/** What the stored images are written as. */
public enum OutputFormat {
  /** JPEG, whatever the source was. */
  JPEG,
  /** PNG, whatever the source was. */
  PNG,
  /** The source's own format where it is JPEG or PNG; PNG for the others that lose nothing. */
  ORIGINAL;

  /** What an image of this format is stored as. */
  public ImageFormat of(ImageFormat source) {
    switch (this) {
      case JPEG:
        return ImageFormat.JPEG;
      case PNG:
        return ImageFormat.PNG;
      case ORIGINAL:
        return source == ImageFormat.JPEG || source == ImageFormat.WEBP
            ? ImageFormat.JPEG
            : ImageFormat.PNG;
    }
    throw new AssertionError(this);
  }
}
