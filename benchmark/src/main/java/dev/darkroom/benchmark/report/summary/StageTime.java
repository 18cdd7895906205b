package dev.darkroom.benchmark.report.summary;

import com.google.auto.value.AutoValue;
import dev.darkroom.benchmark.results.Stage;
import dev.darkroom.benchmark.results.StageSummary;
import dev.darkroom.benchmark.statistics.Quantiles;
import java.util.List;
import java.util.function.ToLongFunction;

/** How long one stage takes, over several trials, in microseconds. Immutable. */
@AutoValue
@JsonFields
public abstract class StageTime {
  /** Which. */
  public abstract Stage stage();

  /** How often it occurred, in all trials. */
  public abstract long count();

  /** All its time divided by all images. */
  public abstract double microsPerImage();

  /** The shortest of all. */
  public abstract double min();

  /** The median of the trials' medians; this and the following are no percentiles of all times. */
  public abstract double p50();

  /** The median of the trials' percentiles 90. */
  public abstract double p90();

  /** The median of the trials' percentiles 99. */
  public abstract double p99();

  /** The longest of all. */
  public abstract double max();

  static StageTime of(Stage stage, List<StageSummary> trials, double images) {
    return new AutoValue_StageTime(
        stage,
        trials.stream().mapToLong(StageSummary::count).sum(),
        trials.stream().mapToLong(StageSummary::sum).sum() / images,
        trials.stream().mapToLong(StageSummary::min).min().orElseThrow(),
        median(trials, StageSummary::p50),
        median(trials, StageSummary::p90),
        median(trials, StageSummary::p99),
        trials.stream().mapToLong(StageSummary::max).max().orElseThrow());
  }

  private static double median(List<StageSummary> trials, ToLongFunction<StageSummary> value) {
    return Quantiles.median(trials.stream().mapToDouble(value::applyAsLong).toArray());
  }
}
