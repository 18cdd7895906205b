package dev.darkroom.benchmark.report.summary;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import dev.darkroom.benchmark.statistics.Bootstrap;
import dev.darkroom.benchmark.statistics.Estimate;
import java.util.List;

/** What changes for one kind of trial. Immutable. */
@AutoValue
@JsonFields
public abstract class Change {
  /** Which. */
  public abstract TrialKind kind();

  /** The median rate here divided by that of the other results, over the cells both have. */
  public abstract Estimate ratio();

  /**
   * The chance of such a difference between results that do not differ, cell by cell, corrected for
   * the number of kinds compared.
   */
  public abstract double p();

  /** The same between results that differ by {@link Verdict#THRESHOLD}. */
  public abstract double pBeyondThreshold();

  /** What it comes to. */
  public abstract Verdict verdict();

  /** Each cell of the grid that both have. */
  public abstract List<CellChange> cells();

  static Change of(
      TrialKind kind,
      Trials here,
      Trials there,
      double p,
      double pBeyondThreshold,
      Bootstrap bootstrap) {
    ImmutableSortedMap<Cell, Trials> others = there.by(Cell::of);
    ImmutableList<CellChange> cells =
        Cell.shared(here, there).by(Cell::of).entrySet().stream()
            .map(e -> CellChange.of(e.getKey(), e.getValue(), others.get(e.getKey()), bootstrap))
            .collect(toImmutableList());
    Estimate ratio = bootstrap.ratioOfMedians(Cell.pairs(here, there));
    return new AutoValue_Change(
        kind, ratio, p, pBeyondThreshold, Verdict.of(ratio, p, pBeyondThreshold), cells);
  }
}
