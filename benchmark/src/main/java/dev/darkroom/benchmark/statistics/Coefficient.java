package dev.darkroom.benchmark.statistics;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.google.auto.value.AutoValue;
import javax.annotation.Nullable;
import org.apache.commons.statistics.distribution.TDistribution;

/** One parameter of a fitted model. Immutable. */
@AutoValue
@JsonPropertyOrder({"name", "estimate", "standard_error", "interval", "p"})
public abstract class Coefficient {
  /** What it stands for. */
  @JsonProperty
  public abstract String name();

  /** Its estimate. */
  @JsonProperty
  public abstract double estimate();

  /** The standard error of the estimate; absent where the estimate lies on a bound. */
  @JsonProperty("standard_error")
  @Nullable
  public abstract Double standardError();

  /** The interval by Student's distribution; absent with the standard error. */
  @JsonProperty
  @Nullable
  public abstract Interval interval();

  /** The two-sided chance of an estimate so far from zero if zero is true; absent like these. */
  @JsonProperty
  @Nullable
  public abstract Double p();

  /** An estimate with its error. */
  static Coefficient of(String name, double estimate, double error, int degreesOfFreedom) {
    TDistribution t = TDistribution.of(degreesOfFreedom);
    double halfWidth = halfWidth(error, degreesOfFreedom);
    double p =
        error == 0
            ? (estimate == 0 ? 1 : 0)
            : 2 * t.survivalProbability(Math.abs(estimate / error));
    return new AutoValue_Coefficient(
        name, estimate, error, Interval.around(estimate, halfWidth), p);
  }

  /** An estimate that stopped at a bound, where errors have no such distribution. */
  static Coefficient atBound(String name, double bound) {
    return new AutoValue_Coefficient(name, bound, null, null, null);
  }

  /** How far an interval reaches to each side. */
  static double halfWidth(double error, int degreesOfFreedom) {
    return TDistribution.of(degreesOfFreedom)
            .inverseSurvivalProbability((1 - Interval.CONFIDENCE) / 2)
        * error;
  }
}
