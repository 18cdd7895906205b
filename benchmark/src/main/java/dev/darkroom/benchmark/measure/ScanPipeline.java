package dev.darkroom.benchmark.measure;

import dev.darkroom.benchmark.reading.ScanSum;
import dev.darkroom.benchmark.results.Format;
import dev.darkroom.transforms.dataset.SplitRule;
import dev.darkroom.transforms.listing.ListImages;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.coders.BigEndianIntegerCoder;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.coders.VoidCoder;
import org.apache.beam.sdk.transforms.Combine;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;

/**
 * One scan: the set is listed, dealt into parts, read by whatever workers there are, and summed up.
 * A scan is a pipeline of its own, so that no other runs beside it.
 */
final class ScanPipeline {
  private static final Coder<KV<Integer, String>> PART =
      KvCoder.of(BigEndianIntegerCoder.of(), StringUtf8Coder.of());

  private ScanPipeline() {}

  /**
   * Builds it.
   *
   * @param warm whether everything was read just before, on this machine
   */
  static void build(Pipeline pipeline, MeasureSettings settings, Trial trial, boolean warm) {
    PCollection<KV<Integer, String>> parts =
        trial.cell().format() == Format.RAW
            ? files(pipeline, settings)
            : shards(pipeline, settings, trial.cell().format());
    parts
        .setCoder(PART)
        .apply("Form parts", GroupByKey.create())
        .apply("Read parts", ParDo.of(new ScanFn(settings, trial)))
        .setCoder(StringUtf8Coder.of())
        .apply("Sum up", Combine.globally(ScanPipeline::sum))
        .setCoder(StringUtf8Coder.of())
        .apply("Write the row", ParDo.of(new ScanRowFn(settings, trial, warm)))
        .setCoder(VoidCoder.of());
  }

  private static String sum(Iterable<String> parts) {
    ScanSum all = ScanSum.NONE;
    for (String part : parts) {
      all = all.and(ScanSum.parse(part));
    }
    return all.toJson();
  }

  private static PCollection<KV<Integer, String>> files(
      Pipeline pipeline, MeasureSettings settings) {
    return pipeline
        .apply("List images", ListImages.of(settings.inputs(), SplitRule.parse("all")))
        .apply("Deal files", ParDo.of(new DealFilesFn(settings)));
  }

  private static PCollection<KV<Integer, String>> shards(
      Pipeline pipeline, MeasureSettings settings, Format format) {
    return pipeline
        .apply("Take folders", Create.of(settings.records()).withCoder(StringUtf8Coder.of()))
        .apply("List shards", ParDo.of(new ListShardsFn(format)));
  }
}
