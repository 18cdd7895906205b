package dev.darkroom.benchmark.report.summary;

import com.google.auto.value.AutoValue;
import dev.darkroom.benchmark.results.TrialRow;
import java.util.Comparator;
import java.util.List;

/** Conditions, and how much was done at once under them. Immutable. */
@AutoValue
@JsonFields
public abstract class Setting implements Comparable<Setting> {
  private static final Comparator<Setting> SEQUENCE =
      Comparator.comparing(Setting::conditions)
          .thenComparingInt(Setting::workers)
          .thenComparingInt(Setting::concurrency);

  /** What else was equal. */
  public abstract Conditions conditions();

  /** Reads in flight inside a trial. */
  public abstract int concurrency();

  /** Parallel trial runners. */
  public abstract int workers();

  /** That of a trial. */
  public static Setting of(TrialRow row, List<Setup> setups) {
    return new AutoValue_Setting(Conditions.of(row, setups), row.concurrency(), row.workers());
  }

  @Override
  public final int compareTo(Setting other) {
    return SEQUENCE.compare(this, other);
  }
}
