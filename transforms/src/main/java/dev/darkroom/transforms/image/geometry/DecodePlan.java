package dev.darkroom.transforms.image.geometry;

import com.google.auto.value.AutoValue;
import dev.darkroom.transforms.image.jpeg.Excerpt;
import dev.darkroom.transforms.image.source.SourceImage;

/** Which part of the stored pixels is decoded, and what size it is resampled to. */
@AutoValue
public abstract class DecodePlan {
  DecodePlan() {}

  /** What is left to do once the window is decoded. */
  public abstract Scaling scaling();

  /** In stored coordinates. */
  public abstract Crop window();

  /** Of the resampled part, before it is turned, in pixels. */
  public abstract int width();

  /** Of the resampled part, before it is turned, in pixels. */
  public abstract int height();

  /** The plan for an image that is to be laid out so. */
  public static DecodePlan of(SourceImage source, Layout layout) {
    boolean turned = source.orientation().transposes();
    Crop picture = layout.picture();
    return new AutoValue_DecodePlan(
        scaling(layout.source(), picture),
        layout.source().toStored(source.orientation(), source.width(), source.height()),
        turned ? picture.height() : picture.width(),
        turned ? picture.width() : picture.height());
  }

  private static Scaling scaling(Crop window, Crop picture) {
    if (window.width() == picture.width() && window.height() == picture.height()) {
      return Scaling.SAME;
    }
    boolean shrinks = window.width() >= picture.width() && window.height() >= picture.height();
    return shrinks ? Scaling.SHRINK : Scaling.ENLARGE;
  }

  /** The window and what becomes of it. */
  Excerpt excerpt() {
    return Excerpt.builder()
        .x(window().x())
        .y(window().y())
        .width(window().width())
        .height(window().height())
        .toWidth(width())
        .toHeight(height())
        .build();
  }
}
