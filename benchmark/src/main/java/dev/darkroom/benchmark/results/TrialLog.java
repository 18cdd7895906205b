package dev.darkroom.benchmark.results;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;

/** All that a folder of results holds. Immutable. */
@AutoValue
public abstract class TrialLog {
  /**
   * The rows: runs in the order of their first trial's begin, a run's rows as they were executed.
   */
  public abstract ImmutableList<TrialRow> rows();

  /** What was passed over, a sentence each, to be shown to the user. */
  public abstract ImmutableList<String> problems();

  static TrialLog of(Iterable<TrialRow> rows, Iterable<String> problems) {
    return new AutoValue_TrialLog(ImmutableList.copyOf(rows), ImmutableList.copyOf(problems));
  }
}
