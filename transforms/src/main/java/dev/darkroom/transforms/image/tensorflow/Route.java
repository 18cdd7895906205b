package dev.darkroom.transforms.image.tensorflow;

import com.google.auto.value.AutoValue;
import dev.darkroom.transforms.image.geometry.DecodePlan;
import dev.darkroom.transforms.image.geometry.Scaling;
import dev.darkroom.transforms.image.source.ImageFormat;
import dev.darkroom.transforms.image.source.SourceImage;

/** Everything that decides which operations an image goes through. */
@AutoValue
abstract class Route {
  abstract ImageFormat format();

  abstract boolean deep();

  abstract boolean transparent();

  abstract Scaling scaling();

  static Route of(SourceImage image, DecodePlan decoding) {
    return new AutoValue_Route(
        image.format(), image.deep(), image.transparent(), decoding.scaling());
  }

  /** Whether the decoded samples are the output's. */
  boolean keepsSamples() {
    return scaling() == Scaling.SAME && !deep() && !transparent();
  }
}
