package dev.darkroom.benchmark.report.summary;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;
import dev.darkroom.benchmark.results.Format;
import dev.darkroom.benchmark.statistics.Bootstrap;
import dev.darkroom.benchmark.statistics.CellPair;
import dev.darkroom.benchmark.statistics.Estimate;
import javax.annotation.Nullable;

/** How fast one format was read by each of several trials at once. Immutable. */
@AutoValue
@JsonFields
public abstract class ContentionSummary {
  /** In which setting. */
  public abstract Setting setting();

  /** What was read. */
  public abstract Format format();

  /** How many trials ran at once. */
  public abstract int concurrentTrials();

  /** The median rate of each trial, not of all together. */
  public abstract Estimate imagesPerSecond();

  /** That rate divided by the rate of a trial alone; absent if none was measured alone. */
  @Nullable
  public abstract Estimate ofIsolation();

  static ContentionSummary of(
      Setting setting,
      Format format,
      int concurrentTrials,
      Trials contended,
      Trials isolated,
      Bootstrap bootstrap) {
    ImmutableList<CellPair> cells = Cell.pairs(contended, isolated);
    return new AutoValue_ContentionSummary(
        setting,
        format,
        concurrentTrials,
        bootstrap.median(contended.rates()),
        cells.isEmpty() ? null : bootstrap.ratioOfMedians(cells));
  }
}
