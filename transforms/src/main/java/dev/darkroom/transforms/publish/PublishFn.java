package dev.darkroom.transforms.publish;

import dev.darkroom.transforms.convert.ConvertSettings;
import dev.darkroom.transforms.dataset.DatasetPlan;
import dev.darkroom.transforms.dataset.ShardResult;
import java.io.IOException;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollectionView;

/** One call for the whole dataset; calling again completes what an earlier call left. */
final class PublishFn extends DoFn<KV<Integer, Iterable<ShardResult>>, Void> {
  private final ConvertSettings conversion;
  private final PublishSettings settings;
  private final PCollectionView<DatasetPlan> plan;

  PublishFn(
      ConvertSettings conversion, PublishSettings settings, PCollectionView<DatasetPlan> plan) {
    this.conversion = conversion;
    this.settings = settings;
    this.plan = plan;
  }

  @ProcessElement
  public void publish(ProcessContext context) throws IOException {
    new Publisher(conversion, settings, context.sideInput(plan))
        .publish(context.element().getValue());
  }
}
