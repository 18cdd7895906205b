package dev.darkroom.benchmark.measure;

import dev.darkroom.benchmark.reading.RawNames;
import dev.darkroom.transforms.dataset.SplitRule;
import dev.darkroom.transforms.json.Json;
import dev.darkroom.transforms.listing.ListImages;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.coders.BigEndianIntegerCoder;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.coders.VoidCoder;
import org.apache.beam.sdk.transforms.Combine;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.View;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionView;

/**
 * Trials as elements. They are grouped into lanes, one in isolation and k in contention. On a
 * cluster each lane is one call; within one process all of them are, for DirectRunner holds calls
 * back that waited for the listing once others run, and so may never run all at once. A pipeline
 * for each trial would isolate no better, since in either case nothing else runs, and would put
 * minutes of start-up between two trials on a cluster, in which caches and machines drift.
 */
final class TrialPipeline {
  private static final SplitRule ONE_SPLIT = SplitRule.parse("all");

  private TrialPipeline() {}

  /**
   * Builds it.
   *
   * @param names how many names of raw files the trials need beside what records tell them
   */
  static void build(Pipeline pipeline, MeasureSettings settings, List<Trial> trials, int names) {
    List<KV<Integer, String>> calls = new ArrayList<>();
    for (int lane = 0; lane < settings.lanes(); lane += settings.lanesPerCall()) {
      for (Trial trial : trials) {
        calls.add(KV.of(lane, trial.toJson()));
      }
    }
    PCollectionView<String> raw = listing(pipeline, settings, names);
    pipeline
        .apply(
            "Take trials",
            Create.of(calls)
                .withCoder(KvCoder.of(BigEndianIntegerCoder.of(), StringUtf8Coder.of())))
        .apply("Form lanes", GroupByKey.create())
        .apply("Run trials", ParDo.of(new RunTrialsFn(settings, raw)).withSideInputs(raw))
        .setCoder(VoidCoder.of());
  }

  private static PCollectionView<String> listing(
      Pipeline pipeline, MeasureSettings settings, int names) {
    PCollection<String> sample =
        settings.inputs().isEmpty()
            ? pipeline.apply(
                "Nothing to list",
                Create.of(Json.line(RawNames.of(0, 0, List.of(), List.of())))
                    .withCoder(StringUtf8Coder.of()))
            : pipeline
                .apply("List images", ListImages.of(settings.inputs(), ONE_SPLIT))
                .apply("Sum up", Combine.globally(new SampleRawFn(names, settings.seed())))
                .setCoder(StringUtf8Coder.of());
    return sample.apply("Share the listing", View.asSingleton());
  }
}
