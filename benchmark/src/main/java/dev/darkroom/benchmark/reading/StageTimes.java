package dev.darkroom.benchmark.reading;

import dev.darkroom.benchmark.results.Stage;
import dev.darkroom.benchmark.results.StageSummary;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.HdrHistogram.Histogram;

/** How often each stage took how long. Not thread-safe. */
final class StageTimes {
  private static final int DIGITS = 3;

  private static final class Times {
    private final Histogram histogram = new Histogram(DIGITS);
    private long sum;
    private long min = Long.MAX_VALUE;
    private long max;

    void add(long micros) {
      histogram.recordValue(micros);
      sum += micros;
      min = Math.min(min, micros);
      max = Math.max(max, micros);
    }

    void add(Times other) {
      histogram.add(other.histogram);
      sum += other.sum;
      min = Math.min(min, other.min);
      max = Math.max(max, other.max);
    }

    StageSummary summary() {
      return StageSummary.of(
          histogram.getTotalCount(), sum, min, max, percentile(50), percentile(90), percentile(99));
    }

    /** The histogram's answer is the upper edge of a cell. */
    private long percentile(double percent) {
      return Math.max(min, Math.min(max, histogram.getValueAtPercentile(percent)));
    }
  }

  private final Map<Stage, Times> times = new EnumMap<>(Stage.class);

  void add(Stage stage, long nanos) {
    times.computeIfAbsent(stage, any -> new Times()).add((nanos + 500) / 1000);
  }

  void add(StageNanos image) {
    image.forEach(this::add);
  }

  void add(StageTimes others) {
    others.times.forEach(
        (stage, other) -> times.computeIfAbsent(stage, any -> new Times()).add(other));
  }

  /** Of the stages that occurred. */
  Map<Stage, StageSummary> summaries() {
    Map<Stage, StageSummary> summaries = new LinkedHashMap<>();
    times.forEach((stage, all) -> summaries.put(stage, all.summary()));
    return summaries;
  }
}
