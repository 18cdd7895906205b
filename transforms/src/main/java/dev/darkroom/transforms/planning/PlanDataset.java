package dev.darkroom.transforms.planning;

import dev.darkroom.transforms.coders.DatasetPlanCoder;
import dev.darkroom.transforms.convert.ConvertSettings;
import dev.darkroom.transforms.dataset.DatasetPlan;
import dev.darkroom.transforms.dataset.ImageRef;
import dev.darkroom.transforms.dataset.Survey;
import java.util.List;
import org.apache.beam.sdk.transforms.Combine;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.View;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionView;

/**
 * All references to the one plan: the classes and their ids, and how many shards each split gets.
 */
public final class PlanDataset extends PTransform<PCollection<ImageRef>, PCollection<DatasetPlan>> {
  private final PlanSettings settings;
  private final ConvertSettings conversion;

  private PlanDataset(PlanSettings settings, ConvertSettings conversion) {
    this.settings = settings;
    this.conversion = conversion;
  }

  /** Plans as {@code settings} say; a sample is converted as {@code conversion} says. */
  public static PlanDataset of(PlanSettings settings, ConvertSettings conversion) {
    return new PlanDataset(settings, conversion);
  }

  @Override
  public PCollection<DatasetPlan> expand(PCollection<ImageRef> refs) {
    // Without images there is no survey, but still a plan: one that says so.
    PCollectionView<List<Survey>> surveys =
        refs.apply("Survey", Combine.globally(new SurveyFn()).withoutDefaults())
            .apply("Share the survey", View.asList());
    return refs.getPipeline()
        .apply("Once", Create.of(0))
        .apply(
            "Choose classes and shards",
            ParDo.of(new PlanFn(settings, conversion, surveys)).withSideInputs(surveys))
        .setCoder(DatasetPlanCoder.of());
  }
}
