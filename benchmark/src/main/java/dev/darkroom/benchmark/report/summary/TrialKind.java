package dev.darkroom.benchmark.report.summary;

import com.google.auto.value.AutoValue;
import dev.darkroom.benchmark.results.Depth;
import dev.darkroom.benchmark.results.Format;
import dev.darkroom.benchmark.results.Order;
import dev.darkroom.benchmark.results.TrialRow;
import java.util.Comparator;

/** What trials have in common that are compared, wherever they ran. Immutable. */
@AutoValue
@JsonFields
public abstract class TrialKind implements Comparable<TrialKind> {
  private static final Comparator<TrialKind> SEQUENCE =
      Comparator.comparing(TrialKind::depth)
          .thenComparing(TrialKind::order)
          .thenComparingInt(TrialKind::workers)
          .thenComparingInt(TrialKind::concurrency)
          .thenComparing(TrialKind::format);

  /** What was read. */
  public abstract Format format();

  /** How far. */
  public abstract Depth depth();

  /** In which order. */
  public abstract Order order();

  /** Reads in flight inside a trial. */
  public abstract int concurrency();

  /** Parallel trial runners. */
  public abstract int workers();

  static TrialKind of(TrialRow row) {
    return new AutoValue_TrialKind(
        row.format(), row.depth(), row.order(), row.concurrency(), row.workers());
  }

  /** The same kind of another format. */
  final TrialKind of(Format format) {
    return new AutoValue_TrialKind(format, depth(), order(), concurrency(), workers());
  }

  @Override
  public final int compareTo(TrialKind other) {
    return SEQUENCE.compare(this, other);
  }
}
