package dev.darkroom.transforms.convert;

import dev.darkroom.transforms.dataset.DatasetPlan;
import dev.darkroom.transforms.dataset.ImageRef;
import dev.darkroom.transforms.dataset.ShardId;
import dev.darkroom.transforms.dataset.ShardResult;
import java.io.IOException;
import java.net.UnknownHostException;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollectionView;

/** Converts one shard a call. */
final class ConvertShardFn extends DoFn<KV<ShardId, Iterable<ImageRef>>, ShardResult> {
  private final ConvertSettings settings;
  private final PCollectionView<DatasetPlan> plan;
  private final ConvertMetrics metrics = new ConvertMetrics();
  private transient SourceConverter sources;
  private transient WorkerMetrics worker;

  ConvertShardFn(ConvertSettings settings, PCollectionView<DatasetPlan> plan) {
    this.settings = settings;
    this.plan = plan;
  }

  @Setup
  public void setup(PipelineOptions options) throws UnknownHostException {
    sources = SourceConverter.of(settings, options);
    worker = WorkerMetrics.here();
  }

  @ProcessElement
  public void convert(ProcessContext context) throws IOException, InterruptedException {
    long begun = System.nanoTime();
    metrics.shardBegins();
    ShardConverter converter = new ShardConverter(settings, context.sideInput(plan), sources);
    ShardResult result =
        converter.convert(context.element().getKey(), context.element().getValue(), metrics);
    metrics.shardEnds();
    worker.converted(result.listed(), begun);
    context.output(result);
  }
}
