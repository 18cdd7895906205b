package dev.darkroom.transforms.image.spec;

import com.google.auto.value.AutoValue;
import dev.darkroom.transforms.image.source.ImageFormat;
import java.io.Serializable;
import java.util.Optional;

/** What all images made by one spec have in common, as far as the spec alone tells. */
@AutoValue
public abstract class OutputForm implements Serializable {
  OutputForm() {}

  abstract int boxWidth();

  abstract int boxHeight();

  abstract Fit fit();

  abstract boolean enlarge();

  abstract OutputFormat outputFormat();

  /** Arguments as the accessors of {@link ImageSpec} describe them. */
  public static OutputForm of(
      int width, int height, Fit fit, boolean enlarge, OutputFormat outputFormat) {
    return new AutoValue_OutputForm(width, height, fit, enlarge, outputFormat);
  }

  /** Width of each image in pixels; -1 if they differ. */
  public int width() {
    return isBox() ? boxWidth() : -1;
  }

  /** Height of each image in pixels; -1 if they differ. */
  public int height() {
    return isBox() ? boxHeight() : -1;
  }

  /** The format of each image, if it is the same for all. */
  public Optional<ImageFormat> format() {
    return outputFormat() == OutputFormat.ORIGINAL
        ? Optional.empty()
        : Optional.of(outputFormat().of(ImageFormat.JPEG));
  }

  private boolean isBox() {
    return fit() == Fit.CONTAIN || (enlarge() && (fit() == Fit.COVER || fit() == Fit.STRETCH));
  }
}
