package dev.darkroom.transforms.image.source;

import com.google.auto.value.AutoValue;
import dev.darkroom.transforms.image.jpeg.Excerpt;
import dev.darkroom.transforms.image.pixels.Pixels;
import dev.darkroom.transforms.rejection.Reason;
import dev.darkroom.transforms.rejection.RejectedException;
import java.util.Optional;

/** What a file says about itself before anything is decoded. */
@AutoValue
public abstract class SourceImage {
  SourceImage() {}

  /** The format of the file. */
  public abstract ImageFormat format();

  /** Stored, in pixels, before {@link #orientation()}. */
  public abstract int width();

  /** Stored, in pixels, before {@link #orientation()}. */
  public abstract int height();

  /** How the stored pixels are to be turned. */
  public abstract Orientation orientation();

  /** What the samples stand for. */
  public abstract Colour colour();

  /** Whether samples have more than 8 bits. */
  public abstract boolean deep();

  /** Whether pixels can be transparent. */
  public abstract boolean transparent();

  /** Whether there is an {@link IccProfile}. */
  public abstract boolean profiled();

  /** Whether it is a JPEG with arithmetic codes. */
  public abstract boolean arithmetic();

  /** Whether it is a JPEG whose pixels take more than one scan, as those of progressive ones do. */
  public abstract boolean severalScans();

  /**
   * Whether every common reader makes the same three 8-bit samples of each pixel, and the file
   * holds nothing but this image.
   */
  public abstract boolean plain();

  /** What was chosen to be decoded with the look at its soundness, where that was possible. */
  public abstract Optional<Pixels> decoded();

  /** A builder for an upright, opaque image of 8-bit samples. */
  static Builder builder() {
    return new AutoValue_SourceImage.Builder()
        .orientation(Orientation.TOP_LEFT)
        .deep(false)
        .transparent(false)
        .profiled(false)
        .arithmetic(false)
        .severalScans(false)
        .plain(false);
  }

  abstract Builder toBuilder();

  /** How many pixels are stored. */
  public long pixels() {
    return (long) width() * height();
  }

  /** How many samples a pixel has, its transparency included. */
  public int samples() {
    return colour().samples() + (transparent() ? 1 : 0);
  }

  /** What is held of a JPEG until its last scan at most: two bytes a sample. */
  public long coefficientBytes() {
    return severalScans() ? pixels() * samples() * Short.BYTES : 0;
  }

  /** Whether the stored pixels are shown as they are. */
  public boolean upright() {
    return orientation() == Orientation.TOP_LEFT;
  }

  /** Width in pixels, as shown. */
  public int shownWidth() {
    return orientation().transposes() ? height() : width();
  }

  /** Height in pixels, as shown. */
  public int shownHeight() {
    return orientation().transposes() ? width() : height();
  }

  /** The same without its orientation: shown as it is stored. */
  public SourceImage asStored() {
    return toBuilder().orientation(Orientation.TOP_LEFT).build();
  }

  /** What people call an image like this: {@code CMYK JPEG}. */
  public String displayName() {
    String kind = arithmetic() ? "arithmetic-coded " : colour() == Colour.CMYK ? "CMYK " : "";
    return kind + format().displayName();
  }

  /**
   * Reads the headers and makes sure that the data runs to its end marker. Allocates nothing in
   * proportion to the declared size before that is checked.
   *
   * @throws RejectedException if the file is no image of a format that is known here, declares more
   *     than {@code maxPixels}, or is damaged where that can be seen without decoding
   */
  public static SourceImage inspect(byte[] bytes, long maxPixels) throws RejectedException {
    return inspect(bytes, maxPixels, image -> Optional.empty());
  }

  /**
   * As {@link #inspect(byte[], long)}, and decodes an excerpt where that comes with the look at the
   * data's soundness: of JPEG files.
   *
   * @param choice asked before the data is looked at
   */
  public static SourceImage inspect(byte[] bytes, long maxPixels, Choice choice)
      throws RejectedException {
    if (bytes.length == 0) {
      throw new RejectedException(Reason.EMPTY, "the file has 0 bytes");
    }
    ImageFormat format =
        ImageFormat.sniff(bytes)
            .orElseThrow(
                () ->
                    new RejectedException(
                        Reason.NOT_AN_IMAGE, "the first bytes are those of no known image format"));
    SourceImage image = header(bytes, format, maxPixels, choice);
    return image.toBuilder().profiled(IccProfile.of(bytes, image).isPresent()).build();
  }

  private static SourceImage header(byte[] bytes, ImageFormat format, long maxPixels, Choice choice)
      throws RejectedException {
    switch (format) {
      case JPEG:
        return new JpegHeader(bytes, maxPixels, choice).read();
      case PNG:
        return new PngHeader(bytes, maxPixels).read();
      case GIF:
        return new GifHeader(bytes, maxPixels).read();
      case BMP:
        return new BmpHeader(bytes, maxPixels).read();
      case WEBP:
        return new WebpHeader(bytes, maxPixels).read();
      case TIFF:
        return new TiffHeader(bytes, maxPixels).read();
      default:
        throw new RejectedException(
            Reason.UNSUPPORTED_FORMAT, format.displayName() + " is not supported");
    }
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

  /** Chooses what to decode with the look at the data's soundness. */
  @FunctionalInterface
  public interface Choice {
    /**
     * The excerpt to decode, if any.
     *
     * @param header an image whose {@link SourceImage#plain} and {@link SourceImage#decoded} are
     *     not known yet, and of several scans only whether it is progressive
     */
    Optional<Excerpt> of(SourceImage header) throws RejectedException;
  }

  /** Collects the values of a {@link SourceImage}. */
  @AutoValue.Builder
  abstract static class Builder {
    abstract Builder format(ImageFormat format);

    abstract Builder width(int width);

    abstract Builder height(int height);

    abstract Builder orientation(Orientation orientation);

    abstract Builder colour(Colour colour);

    abstract Builder deep(boolean deep);

    abstract Builder transparent(boolean transparent);

    abstract Builder profiled(boolean profiled);

    abstract Builder arithmetic(boolean arithmetic);

    abstract Builder severalScans(boolean severalScans);

    abstract Builder plain(boolean plain);

    abstract Builder decoded(Optional<Pixels> decoded);

    abstract SourceImage build();
  }
}
