package dev.darkroom.benchmark.report.summary;

import com.google.auto.value.AutoValue;
import dev.darkroom.benchmark.results.Format;
import dev.darkroom.benchmark.statistics.Bootstrap;
import dev.darkroom.benchmark.statistics.Estimate;
import java.util.Map;
import java.util.Optional;

/** Records against raw files in one kind of trial, here and there. Immutable. */
@AutoValue
@JsonFields
public abstract class RatioChange {
  /** Which; its format is that of the records. */
  public abstract TrialKind kind();

  /** The records' median rate divided by that of raw files, here. */
  public abstract Estimate here();

  /** The same, there. */
  public abstract Estimate there();

  /** Whether each ratio lies within the interval of the other one. */
  public abstract boolean agree();

  static Optional<RatioChange> of(
      TrialKind kind,
      Map<TrialKind, Trials> ours,
      Map<TrialKind, Trials> theirs,
      Bootstrap bootstrap) {
    if (kind.format() == Format.RAW) {
      return Optional.empty();
    }
    Optional<Estimate> here = ratio(kind, ours, bootstrap);
    Optional<Estimate> there = ratio(kind, theirs, bootstrap);
    return here.isPresent() && there.isPresent()
        ? Optional.of(
            new AutoValue_RatioChange(
                kind, here.get(), there.get(), within(here.get(), there.get())))
        : Optional.empty();
  }

  private static Optional<Estimate> ratio(
      TrialKind kind, Map<TrialKind, Trials> trials, Bootstrap bootstrap) {
    Trials raw = trials.get(kind.of(Format.RAW));
    return raw == null || Cell.pairs(trials.get(kind), raw).isEmpty()
        ? Optional.empty()
        : Optional.of(bootstrap.ratioOfMedians(Cell.pairs(trials.get(kind), raw)));
  }

  private static boolean within(Estimate here, Estimate there) {
    return here.interval() != null
        && there.interval() != null
        && here.interval().contains(there.value())
        && there.interval().contains(here.value());
  }
}
