package dev.darkroom.transforms.image;

import com.google.auto.value.AutoValue;
import java.io.Serializable;

/**
 * What every output image looks like, and how large a source may be. Immutable; equal specs are
 * interchangeable.
 */
@AutoValue
public abstract class ImageSpec implements Serializable {
  /** Largest side that libjpeg encodes (JPEG_MAX_DIMENSION). */
  public static final int MAX_SIDE = 65_500;

  /** TensorFlow's decoders stop at 2^29 samples, and four of them can make a pixel. */
  public static final long MAX_PIXELS = (1L << 29) / 4 - 1;

  ImageSpec() {}

  /** A builder with quality 95, at most 100,000,000 source pixels, and a white background. */
  public static Builder builder() {
    return new AutoValue_ImageSpec.Builder()
        .jpegQuality(95)
        .maxPixels(100_000_000)
        .background(0xFFFFFF);
  }

  /** Width of every output, in pixels. */
  public abstract int width();

  /** Height of every output, in pixels. */
  public abstract int height();

  /** Quality of the output on libjpeg's scale, 1 (worst) to 100. */
  public abstract int jpegQuality();

  /** A source whose header declares more pixels than this is rejected undecoded. */
  public abstract long maxPixels();

  /** Colour behind transparent pixels, 0xRRGGBB in sRGB. */
  public abstract int background();

  /** Collects the values of an {@link ImageSpec}; not safe for use by several threads. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** Required; 1 to 65500. */
    public abstract Builder width(int width);

    /** Required; 1 to 65500. */
    public abstract Builder height(int height);

    /** 1 to 100. */
    public abstract Builder jpegQuality(int jpegQuality);

    /** 1 to 134217727. */
    public abstract Builder maxPixels(long maxPixels);

    /** 0x000000 to 0xFFFFFF. */
    public abstract Builder background(int background);

    abstract ImageSpec autoBuild();

    /**
     * The spec, once all its values make sense.
     *
     * @throws IllegalArgumentException if a value is out of its range, or width times height is
     *     more than 134217727
     * @throws IllegalStateException if width or height was not given
     */
    public ImageSpec build() {
      ImageSpec spec = autoBuild();
      requireInRange("width", spec.width(), 1, MAX_SIDE);
      requireInRange("height", spec.height(), 1, MAX_SIDE);
      requireInRange("width x height", (long) spec.width() * spec.height(), 1, MAX_PIXELS);
      requireInRange("jpegQuality", spec.jpegQuality(), 1, 100);
      requireInRange("maxPixels", spec.maxPixels(), 1, MAX_PIXELS);
      requireInRange("background", spec.background(), 0, 0xFFFFFF);
      return spec;
    }

    private static void requireInRange(String name, long value, long min, long max) {
      if (value < min || value > max) {
        throw new IllegalArgumentException(
            String.format("%s is %d, must be from %d to %d", name, value, min, max));
      }
    }
  }
}
