package dev.darkroom.transforms.publish;

import dev.darkroom.transforms.coders.ShardResultCoder;
import dev.darkroom.transforms.convert.ConvertSettings;
import dev.darkroom.transforms.dataset.DatasetPlan;
import dev.darkroom.transforms.dataset.ShardResult;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.WithKeys;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionView;
import org.apache.beam.sdk.values.PDone;

/**
 * All shards to one dataset. Nothing has its final name before every shard is finished, and {@code
 * _SUCCESS} comes last. The results are consumed here and nowhere else, so that no runner converts
 * a shard a second time to have its result twice.
 */
public final class PublishDataset extends PTransform<PCollection<ShardResult>, PDone> {
  private final ConvertSettings conversion;
  private final PublishSettings settings;
  private final PCollectionView<DatasetPlan> plan;

  private PublishDataset(
      ConvertSettings conversion, PublishSettings settings, PCollectionView<DatasetPlan> plan) {
    this.conversion = conversion;
    this.settings = settings;
    this.plan = plan;
  }

  /** Publishes what was converted as {@code conversion} and {@code plan} say. */
  public static PublishDataset of(
      ConvertSettings conversion, PublishSettings settings, PCollectionView<DatasetPlan> plan) {
    return new PublishDataset(conversion, settings, plan);
  }

  @Override
  public PDone expand(PCollection<ShardResult> results) {
    results
        .apply("Gather", WithKeys.of(0))
        .setCoder(KvCoder.of(VarIntCoder.of(), ShardResultCoder.of()))
        .apply("Wait for all shards", GroupByKey.create())
        .apply("Publish", ParDo.of(new PublishFn(conversion, settings, plan)).withSideInputs(plan));
    return PDone.in(results.getPipeline());
  }
}
