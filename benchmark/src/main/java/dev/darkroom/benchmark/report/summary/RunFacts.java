package dev.darkroom.benchmark.report.summary;

import com.google.auto.value.AutoValue;
import dev.darkroom.benchmark.results.TrialRow;
import java.time.Instant;
import javax.annotation.Nullable;

/** One run of the measurement. Immutable. */
@AutoValue
@JsonFields
public abstract class RunFacts {
  /** Its name. */
  public abstract String run();

  /** When its first trial began, as ISO 8601 has it. */
  public abstract String startedAt();

  /** The source code's commit, if known. */
  @Nullable
  public abstract String commit();

  /** Its rows of any kind. */
  public abstract int trials();

  /** From the first trial's begin to the last one's end. */
  public abstract double seconds();

  /** Of that, inside trials, which alone enters rates. */
  public abstract double secondsInTrials();

  static RunFacts of(String run, Trials trials) {
    long begin = trials.stream().mapToLong(TrialRow::startedAtEpochMillis).min().orElseThrow();
    double end = trials.stream().mapToDouble(RunFacts::end).max().orElseThrow();
    TrialRow any = trials.rows().get(0);
    return new AutoValue_RunFacts(
        run,
        Instant.ofEpochMilli(begin).toString(),
        any.environment().commit(),
        trials.size(),
        end - begin / 1e3,
        trials.stream().mapToDouble(TrialRow::seconds).sum());
  }

  private static double end(TrialRow row) {
    return row.startedAtEpochMillis() / 1e3 + row.seconds();
  }
}
