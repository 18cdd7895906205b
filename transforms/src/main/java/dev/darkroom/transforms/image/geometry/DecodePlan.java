package dev.darkroom.transforms.image.geometry;

import com.google.auto.value.AutoValue;
import dev.darkroom.transforms.image.jpeg.Excerpt;
import dev.darkroom.transforms.image.source.Orientation;
import dev.darkroom.transforms.image.source.SourceImage;
import java.util.EnumSet;
import java.util.Set;

/** Which part of the stored pixels is decoded, at what scale, and what size it is resampled to. */
@AutoValue
public abstract class DecodePlan {
  private static final Set<Scaling> OWN_SIZE =
      EnumSet.of(Scaling.FULL, Scaling.SAME, Scaling.ENLARGE);
  private static final Set<Scaling> ANY_SIZE = EnumSet.allOf(Scaling.class);

  DecodePlan() {}

  /** What the decoder does, and what it leaves to do. */
  public abstract Scaling scaling();

  /** In stored coordinates of the image as decoded at {@link #scaling()}. */
  public abstract Crop window();

  /** Of the resampled part, before it is turned, in pixels. */
  public abstract int width();

  /** Of the resampled part, before it is turned, in pixels. */
  public abstract int height();

  /** A plan for a decoder that decodes at the image's own size. */
  public static DecodePlan atOwnSize(SourceImage source, Layout layout) {
    return of(source, layout, OWN_SIZE);
  }

  /** A plan for a decoder that can shrink, as long as no output pixel has to be made up. */
  public static DecodePlan shrinking(SourceImage source, Layout layout) {
    return of(source, layout, ANY_SIZE);
  }

  /** The window and what becomes of it, of an image that is decoded at its own size. */
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

  private static DecodePlan of(SourceImage source, Layout layout, Set<Scaling> scalings) {
    for (Scaling scaling : scalings) {
      int width = scaling.scaled(source.width());
      int height = scaling.scaled(source.height());
      boolean turned = source.orientation().transposes();
      Crop shown = layout.sourceAt(turned ? height : width, turned ? width : height);
      if (leaves(scaling, shown, layout.picture())) {
        return of(scaling, shown.toStored(source.orientation(), width, height), source, layout);
      }
    }
    throw new AssertionError("ENLARGE fits every image");
  }

  private static DecodePlan of(Scaling scaling, Crop window, SourceImage source, Layout layout) {
    Orientation orientation = source.orientation();
    Crop picture = layout.picture();
    return new AutoValue_DecodePlan(
        scaling,
        window,
        orientation.transposes() ? picture.height() : picture.width(),
        orientation.transposes() ? picture.width() : picture.height());
  }

  /** Whether what is left to do after decoding is what the scaling says. */
  private static boolean leaves(Scaling scaling, Crop window, Crop picture) {
    boolean same = window.width() == picture.width() && window.height() == picture.height();
    switch (scaling) {
      case SAME:
        return same;
      case FULL:
        return !same && shrinks(window, picture);
      case ENLARGE:
        return true;
      default:
        return shrinks(window, picture);
    }
  }

  private static boolean shrinks(Crop window, Crop picture) {
    return window.width() >= picture.width() && window.height() >= picture.height();
  }
}
