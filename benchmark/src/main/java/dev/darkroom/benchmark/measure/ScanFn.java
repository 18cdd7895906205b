package dev.darkroom.benchmark.measure;

import com.google.common.collect.ImmutableList;
import dev.darkroom.benchmark.reading.ImageTarget;
import dev.darkroom.benchmark.reading.RecordSet;
import dev.darkroom.benchmark.reading.Scan;
import dev.darkroom.benchmark.reading.ScanSum;
import dev.darkroom.benchmark.results.Format;
import dev.darkroom.transforms.gcs.GcsReads;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;

/** Reads one part of a set a call: some files, or a shard. */
final class ScanFn extends DoFn<KV<Integer, Iterable<String>>, String> {
  private final MeasureSettings settings;
  private final String trial;
  private final MeasureMetrics metrics = new MeasureMetrics();
  private transient Map<String, RecordSet> sets;

  ScanFn(MeasureSettings settings, Trial trial) {
    this.settings = settings;
    this.trial = trial.toJson();
  }

  /** Opens what takes time to open, before any part's clock runs. */
  @Setup
  public void open(PipelineOptions options) throws IOException {
    if (settings.readsGcs()) {
      GcsReads.useOneRequest(options);
    }
    Cell cell = Trial.parse(trial).cell();
    sets = new HashMap<>();
    if (cell.format() != Format.RAW) {
      for (String records : settings.records()) {
        for (RecordSet set : RecordSet.find(records)) {
          if (set.format() == cell.format()) {
            sets.put(records, set);
          }
        }
      }
    }
    target(cell).open();
  }

  private ImageTarget target(Cell cell) {
    return ImageTarget.of(cell.depth(), settings.width(), settings.height());
  }

  @ProcessElement
  public void read(@Element KV<Integer, Iterable<String>> part, OutputReceiver<String> out)
      throws InterruptedException {
    Cell cell = Trial.parse(trial).cell();
    Scan scan =
        cell.format() == Format.RAW
            ? Scan.ofFiles(settings.rawRoot(), ImmutableList.copyOf(part.getValue()))
            : Scan.ofShard(
                sets.get(part.getValue().iterator().next()), part.getKey(), cell.concurrency());
    ScanSum sum = scan.run(target(cell), cell.concurrency());
    metrics.add(sum);
    out.output(sum.toJson());
  }
}
