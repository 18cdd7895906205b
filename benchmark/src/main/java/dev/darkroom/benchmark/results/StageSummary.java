package dev.darkroom.benchmark.results;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.google.auto.value.AutoValue;

/** How long one stage took, over all times it occurred in a trial, in microseconds. Immutable. */
@AutoValue
@JsonPropertyOrder({"count", "sum", "min", "max", "p50", "p90", "p99"})
public abstract class StageSummary {
  /** How often it occurred, at least once. */
  @JsonProperty
  public abstract long count();

  /** The sum of all times. */
  @JsonProperty
  public abstract long sum();

  /** The shortest. */
  @JsonProperty
  public abstract long min();

  /** The longest. */
  @JsonProperty
  public abstract long max();

  /** The median; this and the following are exact to three digits. */
  @JsonProperty
  public abstract long p50();

  /** What nine of ten did not exceed. */
  @JsonProperty
  public abstract long p90();

  /** What 99 of 100 did not exceed. */
  @JsonProperty
  public abstract long p99();

  /** All arguments as the accessors of the same names describe them. */
  @JsonCreator
  public static StageSummary of(
      @JsonProperty("count") long count,
      @JsonProperty("sum") long sum,
      @JsonProperty("min") long min,
      @JsonProperty("max") long max,
      @JsonProperty("p50") long p50,
      @JsonProperty("p90") long p90,
      @JsonProperty("p99") long p99) {
    return new AutoValue_StageSummary(count, sum, min, max, p50, p90, p99);
  }
}
