package dev.darkroom.transforms.image.backend;

import com.google.auto.value.AutoValue;
import dev.darkroom.transforms.image.geometry.Layout;
import dev.darkroom.transforms.image.source.ImageFormat;
import dev.darkroom.transforms.image.source.SourceImage;

/** What is to become of one image. */
@AutoValue
public abstract class ConversionPlan {
  ConversionPlan() {}

  /** What is known of the source. Its orientation is to be applied. */
  public abstract SourceImage image();

  /** Which pixels go where. */
  public abstract Layout layout();

  /** The format to write: JPEG or PNG. */
  public abstract ImageFormat output();

  /** A plan. */
  public static ConversionPlan of(SourceImage image, Layout layout, ImageFormat output) {
    return new AutoValue_ConversionPlan(image, layout, output);
  }
}
