package dev.darkroom.benchmark.statistics;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.google.auto.value.AutoValue;
import javax.annotation.Nullable;

/** A number estimated from a sample, and how far it can be trusted. Immutable. */
@AutoValue
@JsonPropertyOrder({"value", "interval", "trials"})
public abstract class Estimate {
  /** The estimate. */
  @JsonProperty
  public abstract double value();

  /** Where the true value lies; absent where a single trial says nothing of it. */
  @JsonProperty
  @Nullable
  public abstract Interval interval();

  /** How many values it was estimated from. */
  @JsonProperty
  public abstract int trials();

  /** All arguments as the accessors of the same names describe them. */
  public static Estimate of(double value, @Nullable Interval interval, int trials) {
    return new AutoValue_Estimate(value, interval, trials);
  }
}
