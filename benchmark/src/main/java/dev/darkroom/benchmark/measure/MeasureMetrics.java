package dev.darkroom.benchmark.measure;

import dev.darkroom.benchmark.results.Stage;
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

  void add(TrialRow row) {
    images.inc(row.images());
    bytes.inc(row.bytes());
    requests.inc(row.requests());
    errors.inc(row.errors());
    trials.inc();
    row.stages()
        .forEach(
            (stage, times) ->
                stages.get(stage).update(times.sum(), times.count(), times.min(), times.max()));
  }
}
