package dev.darkroom.transforms.convert;

import dev.darkroom.transforms.coders.ImageRefCoder;
import dev.darkroom.transforms.coders.ShardIdCoder;
import dev.darkroom.transforms.coders.ShardResultCoder;
import dev.darkroom.transforms.dataset.DatasetPlan;
import dev.darkroom.transforms.dataset.ImageRef;
import dev.darkroom.transforms.dataset.ShardId;
import dev.darkroom.transforms.dataset.ShardResult;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionView;

/**
 * References to finished, unpublished shards. Only references are grouped and shuffled; no image
 * byte leaves the worker that reads it but for the shard. Shards to which no reference falls have
 * no result here.
 */
public final class ConvertShards
    extends PTransform<PCollection<ImageRef>, PCollection<ShardResult>> {
  private final ConvertSettings settings;
  private final PCollectionView<DatasetPlan> plan;

  private ConvertShards(ConvertSettings settings, PCollectionView<DatasetPlan> plan) {
    this.settings = settings;
    this.plan = plan;
  }

  /** Converts as {@code settings} say, with the classes and shards of {@code plan}. */
  public static ConvertShards of(ConvertSettings settings, PCollectionView<DatasetPlan> plan) {
    return new ConvertShards(settings, plan);
  }

  @Override
  public PCollection<ShardResult> expand(PCollection<ImageRef> refs) {
    return refs.apply(
            "Assign to shards",
            ParDo.of(new AssignShardFn(settings.seed(), plan)).withSideInputs(plan))
        .setCoder(KvCoder.of(ShardIdCoder.of(), ImageRefCoder.of()))
        .apply("Group by shard", GroupByKey.create())
        .apply(
            "Convert and write", ParDo.of(new ConvertShardFn(settings, plan)).withSideInputs(plan))
        .setCoder(ShardResultCoder.of());
  }

  private static final class AssignShardFn extends DoFn<ImageRef, KV<ShardId, ImageRef>> {
    private final long seed;
    private final PCollectionView<DatasetPlan> plan;

    AssignShardFn(long seed, PCollectionView<DatasetPlan> plan) {
      this.seed = seed;
      this.plan = plan;
    }

    @ProcessElement
    public void assign(ProcessContext context) {
      DatasetPlan dataset = context.sideInput(plan);
      if (dataset.unmatchedInputs().isEmpty()) {
        context.output(KV.of(dataset.shardOf(context.element(), seed), context.element()));
      }
    }
  }
}
