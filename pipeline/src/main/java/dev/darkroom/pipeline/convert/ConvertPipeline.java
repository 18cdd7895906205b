package dev.darkroom.pipeline.convert;

import dev.darkroom.transforms.convert.ConvertShards;
import dev.darkroom.transforms.dataset.DatasetPlan;
import dev.darkroom.transforms.dataset.ImageRef;
import dev.darkroom.transforms.listing.ListImages;
import dev.darkroom.transforms.planning.PlanDataset;
import dev.darkroom.transforms.publish.PublishDataset;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.transforms.View;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionView;

/**
 * The whole flow. References are listed once and pass twice: first to plan the classes and shards,
 * then to be grouped by shard, where each call reads, converts and writes one of them. Images are
 * never shuffled; rejections are rows of their shard, so that {@code listed = written + rejected}
 * holds per shard before it holds in sum.
 */
final class ConvertPipeline {
  private ConvertPipeline() {}

  static void build(Pipeline pipeline, ConvertConfig config) {
    PCollection<ImageRef> refs =
        pipeline.apply("List images", ListImages.of(config.inputs(), config.plan().splits()));

    PCollectionView<DatasetPlan> plan =
        refs.apply("Plan dataset", PlanDataset.of(config.plan(), config.conversion()))
            .apply("Share the plan", View.asSingleton());

    refs.apply("Convert shards", ConvertShards.of(config.conversion(), plan))
        .apply("Publish dataset", PublishDataset.of(config.conversion(), config.publish(), plan));
  }
}
