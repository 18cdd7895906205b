package dev.darkroom.benchmark.report.summary;

import com.google.auto.value.AutoValue;
import dev.darkroom.benchmark.results.Phase;

/** How many trials there are, and what became of them. Immutable. */
@AutoValue
@JsonFields
public abstract class Counts {
  /** Those that enter statistics. */
  public abstract int measured();

  /** Those that warmed up. */
  public abstract int warmup();

  /** Those that failed, of either kind. */
  public abstract int failed();

  static Counts of(Trials trials) {
    return new AutoValue_Counts(
        trials.counted().size(),
        trials.where(row -> row.phase() == Phase.WARMUP && row.failure() == null).size(),
        trials.where(row -> row.failure() != null).size());
  }
}
