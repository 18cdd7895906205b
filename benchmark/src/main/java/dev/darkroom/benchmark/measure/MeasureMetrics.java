package dev.darkroom.benchmark.measure;

import dev.darkroom.benchmark.reading.ScanSum;
import dev.darkroom.benchmark.results.Stage;
import dev.darkroom.benchmark.results.StageSummary;
import dev.darkroom.benchmark.results.TrialRow;
import java.io.Serializable;
import java.util.EnumMap;
import java.util.Map;
import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.metrics.Distribution;
import org.apache.beam.sdk.metrics.Metrics;

/** The metrics that carry what was measured; each row is added once, after its trial has ended. */
final class MeasureMetrics implements Serializable {
  static final String NAMESPACE = "benchmark";
  static final String IMAGES_READ = "images_read";
  static final String BYTES_READ = "bytes_read";
  static final String REQUESTS_MADE = "requests_made";
  static final String ERRORS_SEEN = "errors_seen";
  static final String TRIALS_DONE = "trials_done";

  private final Counter images = Metrics.counter(NAMESPACE, IMAGES_READ);
  private final Counter bytes = Metrics.counter(NAMESPACE, BYTES_READ);
  private final Counter requests = Metrics.counter(NAMESPACE, REQUESTS_MADE);
  private final Counter errors = Metrics.counter(NAMESPACE, ERRORS_SEEN);
  private final Counter trials = Metrics.counter(NAMESPACE, TRIALS_DONE);
  private final Map<Stage, Distribution> stages = new EnumMap<>(Stage.class);

  MeasureMetrics() {
    for (Stage stage : Stage.values()) {
      stages.put(stage, Metrics.distribution(NAMESPACE, stage.metric()));
    }
  }

  /** A whole trial. */
  void add(TrialRow row) {
    add(row.images(), row.bytes(), row.requests(), row.errors(), row.stages());
    trialDone();
  }

  /** A part of a scan. */
  void add(ScanSum part) {
    add(part.images(), part.bytes(), part.requests(), part.errors(), part.stages());
  }

  void trialDone() {
    trials.inc();
  }

  private void add(
      long imagesRead,
      long bytesRead,
      long requestsMade,
      long errorsSeen,
      Map<Stage, StageSummary> times) {
    images.inc(imagesRead);
    bytes.inc(bytesRead);
    requests.inc(requestsMade);
    errors.inc(errorsSeen);
    times.forEach(
        (stage, all) -> stages.get(stage).update(all.sum(), all.count(), all.min(), all.max()));
  }
}
