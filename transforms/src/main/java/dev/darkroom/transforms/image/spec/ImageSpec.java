package dev.darkroom.transforms.image.spec;

import com.google.auto.value.AutoValue;
import dev.darkroom.transforms.image.source.SourceImage;
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

  /** A builder with the values that its methods name as defaults. */
  public static Builder builder() {
    return new AutoValue_ImageSpec.Builder()
        .fit(Fit.COVER)
        .enlarge(true)
        .resample(Resample.AREA)
        .exact(false)
        .orient(true)
        .colourProfiles(ColourProfiles.IGNORE)
        .background(0xFFFFFF)
        .outputFormat(OutputFormat.JPEG)
        .jpegQuality(95)
        .chromaSubsampling(ChromaSubsampling.NONE)
        .progressive(false)
        .minSize(1)
        .maxAspect(Double.POSITIVE_INFINITY)
        .maxPixels(100_000_000);
  }

  /** Width of the box that {@link #fit} speaks of, in pixels. */
  public abstract int width();

  /** Height of the box that {@link #fit} speaks of, in pixels. */
  public abstract int height();

  /** How images come to fit the box. */
  public abstract Fit fit();

  /** Whether images may grow. */
  public abstract boolean enlarge();

  /** How pixels are made of pixels. */
  public abstract Resample resample();

  /**
   * Whether JPEG sources give, bit for bit, what TensorFlow's decode_jpeg, resize, crop, cast and
   * encode_jpeg give one after the other: no orientation, grey stays grey, values are truncated.
   */
  public abstract boolean exact();

  /** Whether images are turned as their metadata says. */
  public abstract boolean orient();

  /** What becomes of colours other than sRGB. */
  public abstract ColourProfiles colourProfiles();

  /** Colour behind transparent pixels and beside contained ones, 0xRRGGBB in sRGB. */
  public abstract int background();

  /** What the outputs are written as. */
  public abstract OutputFormat outputFormat();

  /** Quality of JPEG outputs on libjpeg's scale, 1 (worst) to 100. */
  public abstract int jpegQuality();

  /** How much colour JPEG outputs keep. */
  public abstract ChromaSubsampling chromaSubsampling();

  /** Whether JPEG outputs are progressive, not baseline. */
  public abstract boolean progressive();

  /** A source whose shorter side has fewer pixels than this is rejected. */
  public abstract int minSize();

  /** A source whose longer side is more than this many times its shorter side is rejected. */
  public abstract double maxAspect();

  /** A source whose header declares more pixels than this is rejected undecoded. */
  public abstract long maxPixels();

  /** Whether an image's colours are to be converted. */
  public boolean convertsColours(SourceImage image) {
    return colourProfiles() == ColourProfiles.CONVERT && image.profiled();
  }

  /** An image as it is shown: without its orientation where that is to be ignored. */
  public SourceImage shows(SourceImage stored) {
    return orient() && !exact() ? stored : stored.asStored();
  }

  /** What all its outputs have in common. */
  public OutputForm outputForm() {
    return OutputForm.of(width(), height(), fit(), enlarge(), outputFormat());
  }

  /** Collects the values of an {@link ImageSpec}; not safe for use by several threads. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** Required; 1 to 65500. */
    public abstract Builder width(int width);

    /** Required; 1 to 65500. */
    public abstract Builder height(int height);

    /** Default cover. */
    public abstract Builder fit(Fit fit);

    /** Default true. */
    public abstract Builder enlarge(boolean enlarge);

    /** Default area. */
    public abstract Builder resample(Resample resample);

    /** Default false; if true, fit is cover, enlarge true, and resample bilinear. */
    public abstract Builder exact(boolean exact);

    /** Default true. */
    public abstract Builder orient(boolean orient);

    /** Default ignore. */
    public abstract Builder colourProfiles(ColourProfiles colourProfiles);

    /** 0x000000 to 0xFFFFFF, default white. */
    public abstract Builder background(int background);

    /** Default JPEG. */
    public abstract Builder outputFormat(OutputFormat format);

    /** 1 to 100, default 95. */
    public abstract Builder jpegQuality(int jpegQuality);

    /** Default none. */
    public abstract Builder chromaSubsampling(ChromaSubsampling subsampling);

    /** Default false. */
    public abstract Builder progressive(boolean progressive);

    /** 1 to 65500, default 1. */
    public abstract Builder minSize(int pixels);

    /** At least 1, default infinite. */
    public abstract Builder maxAspect(double ratio);

    /** 1 to 134217727, default 100,000,000. */
    public abstract Builder maxPixels(long maxPixels);

    abstract ImageSpec autoBuild();

    /**
     * The spec, once all its values make sense.
     *
     * @throws IllegalArgumentException if a value is out of its range, width times height is more
     *     than 134217727, or values contradict each other
     * @throws IllegalStateException if width or height was not given
     */
    public ImageSpec build() {
      ImageSpec spec = autoBuild();
      requireInRange("width", spec.width(), 1, MAX_SIDE);
      requireInRange("height", spec.height(), 1, MAX_SIDE);
      requireInRange("width x height", (long) spec.width() * spec.height(), 1, MAX_PIXELS);
      requireInRange("jpegQuality", spec.jpegQuality(), 1, 100);
      requireInRange("minSize", spec.minSize(), 1, MAX_SIDE);
      requireInRange("maxPixels", spec.maxPixels(), 1, MAX_PIXELS);
      requireInRange("background", spec.background(), 0, 0xFFFFFF);
      if (!(spec.maxAspect() >= 1)) {
        throw new IllegalArgumentException(
            "maxAspect is " + spec.maxAspect() + ", must be at least 1");
      }
      if (spec.exact()
          && (spec.fit() != Fit.COVER || spec.resample() != Resample.BILINEAR || !spec.enlarge())) {
        throw new IllegalArgumentException(
            "exact means fit cover, resample bilinear and enlarge true");
      }
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
