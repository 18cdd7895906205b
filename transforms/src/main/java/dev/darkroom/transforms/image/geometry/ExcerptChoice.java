package dev.darkroom.transforms.image.geometry;

import dev.darkroom.transforms.image.jpeg.Excerpt;
import dev.darkroom.transforms.image.source.SourceImage;
import dev.darkroom.transforms.image.spec.ImageSpec;
import dev.darkroom.transforms.image.spec.Resample;
import dev.darkroom.transforms.rejection.RejectedException;
import java.util.Optional;

/** Foresees which part of an image will be averaged to what size. */
public final class ExcerptChoice {
  private final ImageSpec spec;

  /** The choice that follows from a spec. */
  public ExcerptChoice(ImageSpec spec) {
    this.spec = spec;
  }

  /** The excerpt of an image that makes its picture; empty if that is not averaged, or nothing. */
  public Optional<Excerpt> of(SourceImage stored) {
    if (spec.resample() != Resample.AREA || spec.convertsColours(stored)) {
      return Optional.empty();
    }
    SourceImage image = spec.shows(stored);
    try {
      DecodePlan plan =
          DecodePlan.of(image, Layout.of(image.shownWidth(), image.shownHeight(), spec));
      return plan.scaling() == Scaling.SHRINK ? Optional.of(plan.excerpt()) : Optional.empty();
    } catch (RejectedException e) {
      // It comes again once the whole file is known to be sound.
      return Optional.empty();
    }
  }
}
