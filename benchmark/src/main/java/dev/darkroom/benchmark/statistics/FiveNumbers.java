package dev.darkroom.benchmark.statistics;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.google.auto.value.AutoValue;

/** Tukey's summary (1977) of a sample, with quartiles as {@link Quantiles} defines. Immutable. */
@AutoValue
@JsonPropertyOrder({"min", "q1", "median", "q3", "max"})
public abstract class FiveNumbers {
  /** The smallest value. */
  @JsonProperty
  public abstract double min();

  /** The percentile 25. */
  @JsonProperty
  public abstract double q1();

  /** The percentile 50. */
  @JsonProperty
  public abstract double median();

  /** The percentile 75. */
  @JsonProperty
  public abstract double q3();

  /** The largest value. */
  @JsonProperty
  public abstract double max();

  /** Summarises a sample of one value at least. */
  public static FiveNumbers of(double... sample) {
    return new AutoValue_FiveNumbers(
        Quantiles.percentile(0, sample),
        Quantiles.percentile(25, sample),
        Quantiles.median(sample),
        Quantiles.percentile(75, sample),
        Quantiles.percentile(100, sample));
  }
}
