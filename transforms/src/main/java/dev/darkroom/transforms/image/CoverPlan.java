package dev.darkroom.transforms.image;

import com.google.auto.value.AutoValue;
import java.util.EnumSet;
import java.util.Set;

/** Which part of the stored pixels becomes the output, and at what scale it is decoded. */
@AutoValue
abstract class CoverPlan {
  private static final Set<Scaling> OWN_SIZE = EnumSet.of(Scaling.FULL, Scaling.ENLARGE);
  private static final Set<Scaling> ANY_SIZE = EnumSet.allOf(Scaling.class);

  abstract Scaling scaling();

  /** In stored coordinates of the image as decoded at {@link #scaling()}. */
  abstract Crop window();

  /** A plan for a decoder that decodes at the image's own size. */
  static CoverPlan atOwnSize(SourceImage source, ImageSpec spec) {
    return of(source, spec, OWN_SIZE);
  }

  /** A plan for a decoder that can shrink, as long as no output pixel has to be made up. */
  static CoverPlan shrinking(SourceImage source, ImageSpec spec) {
    return of(source, spec, ANY_SIZE);
  }

  private static CoverPlan of(SourceImage source, ImageSpec spec, Set<Scaling> scalings) {
    Orientation orientation = source.orientation();
    for (Scaling scaling : scalings) {
      int width = scaling.scaled(source.width());
      int height = scaling.scaled(source.height());
      Crop shown =
          Crop.cover(
              orientation.transposes() ? height : width,
              orientation.transposes() ? width : height,
              spec.width(),
              spec.height());
      boolean enough = shown.width() >= spec.width() && shown.height() >= spec.height();
      if (enough || scaling == Scaling.ENLARGE) {
        return new AutoValue_CoverPlan(scaling, orientation.toStored(shown, width, height));
      }
    }
    throw new AssertionError("ENLARGE fits every image");
  }
}
