package dev.darkroom.benchmark.report.summary;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;
import dev.darkroom.benchmark.results.Format;
import dev.darkroom.benchmark.results.TrialRow;
import dev.darkroom.benchmark.statistics.CellPair;
import java.util.Comparator;
import java.util.Map;

/** How much a trial reads: a place in the grid of batch sizes and counts. Immutable. */
@AutoValue
@JsonFields
public abstract class Cell implements Comparable<Cell> {
  private static final Comparator<Cell> ORDER =
      Comparator.comparingInt(Cell::batchSize).thenComparingInt(Cell::batchCount);

  /** Images a batch. */
  public abstract int batchSize();

  /** Batches a pass. */
  public abstract int batchCount();

  /** That of a trial. */
  public static Cell of(TrialRow row) {
    return new AutoValue_Cell(row.batchSize(), row.batchCount());
  }

  /** The rates of both, in every cell that both have. */
  static ImmutableList<CellPair> pairs(Trials first, Trials second) {
    Map<Cell, Trials> others = second.by(Cell::of);
    ImmutableList.Builder<CellPair> pairs = ImmutableList.builder();
    first
        .by(Cell::of)
        .forEach(
            (cell, trials) -> {
              if (others.containsKey(cell)) {
                pairs.add(CellPair.of(trials.rates(), others.get(cell).rates()));
              }
            });
    return pairs.build();
  }

  /** Those of the trials whose cell the other ones have as well. */
  static Trials shared(Trials trials, Trials others) {
    Map<Cell, Trials> cells = others.by(Cell::of);
    return trials.where(row -> cells.containsKey(of(row)));
  }

  /** One format's rates and another's, in every cell that both have. */
  static ImmutableList<CellPair> pairs(Trials trials, Format first, Format second) {
    return pairs(trials.of(first), trials.of(second));
  }

  @Override
  public final int compareTo(Cell other) {
    return ORDER.compare(this, other);
  }
}
