package dev.darkroom.benchmark.report.summary;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.darkroom.benchmark.results.TrialRow;
import java.util.Locale;

/** What can be done at once. */
public enum Dimension {
  /** Reads in flight inside a trial. */
  CONCURRENCY {
    @Override
    public int of(TrialRow row) {
      return row.concurrency();
    }

    @Override
    int other(TrialRow row) {
      return row.workers();
    }
  },
  /** Parallel trial runners. */
  WORKERS {
    @Override
    public int of(TrialRow row) {
      return row.workers();
    }

    @Override
    int other(TrialRow row) {
      return row.concurrency();
    }
  };

  /** A trial's value. */
  public abstract int of(TrialRow row);

  /** A trial's value of the other dimension, which stays the same along a curve. */
  abstract int other(TrialRow row);

  /** The name in files. */
  @JsonValue
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
