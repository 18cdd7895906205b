package dev.darkroom.benchmark.statistics;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.google.auto.value.AutoValue;

/** A 95 % confidence interval, both ends included. Immutable. */
@AutoValue
@JsonPropertyOrder({"low", "high"})
public abstract class Interval {
  /** The confidence of all intervals. */
  public static final double CONFIDENCE = 0.95;

  /** Its lower end. */
  @JsonProperty
  public abstract double low();

  /** Its upper end. */
  @JsonProperty
  public abstract double high();

  /** The interval between two values, the lower one first. */
  public static Interval of(double low, double high) {
    if (!(low <= high)) {
      throw new IllegalArgumentException("no interval from " + low + " to " + high);
    }
    return new AutoValue_Interval(low, high);
  }

  /** The interval that reaches equally far to both sides. */
  static Interval around(double centre, double halfWidth) {
    return of(centre - halfWidth, centre + halfWidth);
  }

  /** Whether a value lies within. */
  public final boolean contains(double value) {
    return low() <= value && value <= high();
  }
}
