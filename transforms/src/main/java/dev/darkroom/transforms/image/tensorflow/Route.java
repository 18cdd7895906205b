package dev.darkroom.transforms.image.tensorflow;

import com.google.auto.value.AutoValue;
import dev.darkroom.transforms.image.backend.ConversionPlan;
import dev.darkroom.transforms.image.geometry.DecodePlan;
import dev.darkroom.transforms.image.geometry.Scaling;
import dev.darkroom.transforms.image.source.ImageFormat;
import dev.darkroom.transforms.image.source.Orientation;
import dev.darkroom.transforms.image.source.SourceImage;

/** Everything that decides which operations an image goes through. */
@AutoValue
abstract class Route {
  abstract ImageFormat format();

  abstract boolean deep();

  abstract boolean transparent();

  /** Whether finished pixels are fed, and not a file. */
  abstract boolean decoded();

  abstract Scaling scaling();

  abstract Orientation orientation();

  abstract boolean padded();

  abstract ImageFormat output();

  static Route of(ConversionPlan plan, DecodePlan decoding) {
    return of(plan, decoding.scaling(), false);
  }

  /** Of pixels that have their size already. */
  static Route ofDecoded(ConversionPlan plan) {
    return of(plan, Scaling.SAME, true);
  }

  private static Route of(ConversionPlan plan, Scaling scaling, boolean decoded) {
    SourceImage image = plan.image();
    return new AutoValue_Route(
        image.format(),
        image.deep(),
        image.transparent(),
        decoded,
        scaling,
        image.orientation(),
        plan.layout().padded(),
        plan.output());
  }

  /** Whether the decoded samples are the output's. */
  boolean keepsSamples() {
    return scaling() == Scaling.SAME
        && orientation() == Orientation.TOP_LEFT
        && !deep()
        && !transparent()
        && !padded();
  }
}
