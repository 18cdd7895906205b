package dev.darkroom.benchmark.report.summary;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;
import dev.darkroom.benchmark.statistics.Bootstrap;
import dev.darkroom.benchmark.statistics.CellPair;
import dev.darkroom.benchmark.statistics.Estimate;
import dev.darkroom.benchmark.statistics.MannWhitney;

/** What changes in one cell of the grid. Immutable. */
@AutoValue
@JsonFields
public abstract class CellChange {
  /** Which. */
  public abstract Cell cell();

  /** The median rate here divided by that of the other results. */
  public abstract Estimate ratio();

  /** Whether rates here tend to be higher. */
  public abstract MannWhitney mannWhitney();

  static CellChange of(Cell cell, Trials here, Trials there, Bootstrap bootstrap) {
    CellPair pair = CellPair.of(here.rates(), there.rates());
    return new AutoValue_CellChange(
        cell,
        bootstrap.ratioOfMedians(ImmutableList.of(pair)),
        MannWhitney.compare(here.rates(), there.rates()));
  }
}
