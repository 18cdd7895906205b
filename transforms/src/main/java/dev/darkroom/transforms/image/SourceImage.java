package dev.darkroom.transforms.image;

import com.google.auto.value.AutoValue;
import dev.darkroom.transforms.rejection.Reason;
import dev.darkroom.transforms.rejection.RejectedException;

/** What a file says about itself before anything is decoded. */
@AutoValue
abstract class SourceImage {
  abstract ImageFormat format();

  /** Stored, in pixels, before {@link #orientation()}. */
  abstract int width();

  /** Stored, in pixels, before {@link #orientation()}. */
  abstract int height();

  abstract Orientation orientation();

  /** Whether pixels can be transparent. */
  abstract boolean transparent();

  /**
   * Reads the headers and makes sure that the data runs to its end marker. Allocates nothing in
   * proportion to the declared size.
   */
  static SourceImage inspect(byte[] bytes, long maxPixels) throws RejectedException {
    if (bytes.length == 0) {
      throw new RejectedException(Reason.EMPTY, "the file has 0 bytes");
    }
    ImageFormat format =
        ImageFormat.sniff(bytes)
            .orElseThrow(
                () ->
                    new RejectedException(
                        Reason.NOT_AN_IMAGE, "the first bytes are those of no known image format"));
    switch (format) {
      case JPEG:
        return new JpegHeader(bytes, maxPixels).read();
      case PNG:
        return new PngHeader(bytes, maxPixels).read();
      default:
        throw new RejectedException(
            Reason.UNSUPPORTED_FORMAT, format.displayName() + " is not supported");
    }
  }

  static SourceImage jpeg(int width, int height, Orientation orientation) {
    return new AutoValue_SourceImage(ImageFormat.JPEG, width, height, orientation, false);
  }

  static SourceImage png(int width, int height, boolean transparent) {
    return new AutoValue_SourceImage(
        ImageFormat.PNG, width, height, Orientation.TOP_LEFT, transparent);
  }

  /** Refuses a declared size before a decoder acts on it. */
  static void checkSize(int width, int height, long maxPixels) throws RejectedException {
    if (width < 1 || height < 1) {
      throw new RejectedException(
          Reason.CORRUPT, String.format("the header declares %dx%d pixels", width, height));
    }
    if ((long) width * height > maxPixels) {
      throw new RejectedException(
          Reason.TOO_MANY_PIXELS,
          String.format(
              "the header declares %dx%d pixels, more than %d", width, height, maxPixels));
    }
  }
}
