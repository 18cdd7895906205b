package dev.darkroom.pipeline.convert;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;
import dev.darkroom.transforms.convert.ConvertSettings;
import dev.darkroom.transforms.dataset.ImageInput;
import dev.darkroom.transforms.planning.PlanSettings;
import dev.darkroom.transforms.publish.PublishSettings;

/** What the flags mean: validated, complete, and all that the pipeline is built from. Immutable. */
@AutoValue
public abstract class ConvertConfig {
  /** What to convert. */
  public abstract ImmutableList<ImageInput> inputs();

  /** What the plan is to obey. */
  public abstract PlanSettings plan();

  /** What workers must know. */
  public abstract ConvertSettings conversion();

  abstract PublishSettings publish();

  /** The largest share of rejections that is no failure. */
  public abstract double maxRejectRatio();

  static Builder builder() {
    return new AutoValue_ConvertConfig.Builder();
  }

  @AutoValue.Builder
  abstract static class Builder {
    abstract Builder inputs(Iterable<ImageInput> inputs);

    abstract Builder plan(PlanSettings plan);

    abstract Builder conversion(ConvertSettings conversion);

    abstract Builder publish(PublishSettings publish);

    abstract Builder maxRejectRatio(double ratio);

    abstract ConvertConfig build();
  }
}
