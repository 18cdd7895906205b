package dev.darkroom.transforms.planning;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.google.auto.value.AutoValue;
import java.util.Collection;
import java.util.function.ToDoubleFunction;

/** A quantity as it is expected, and an interval that covers it 19 times out of 20. Immutable. */
@AutoValue
@JsonPropertyOrder({"value", "low", "high"})
public abstract class Estimate {
  /** Standard deviations of a normal distribution to each side of its mean that hold 95 %. */
  static final double SIDE = 1.96;

  /** What is expected. */
  @JsonProperty
  public abstract double value();

  /** Where the interval begins. */
  @JsonProperty
  public abstract double low();

  /** Where the interval ends. */
  @JsonProperty
  public abstract double high();

  /** All arguments as the accessors of the same names describe them. */
  public static Estimate of(double value, double low, double high) {
    return new AutoValue_Estimate(value, low, high);
  }

  /** What is known. */
  public static Estimate exactly(double value) {
    return of(value, value, value);
  }

  /** The sum of independent estimates of what cannot be less than nothing. */
  public static Estimate sum(Collection<Estimate> parts) {
    double value = parts.stream().mapToDouble(Estimate::value).sum();
    return of(
        value,
        Math.max(0, value - together(parts, part -> part.value() - part.low())),
        value + together(parts, part -> part.high() - part.value()));
  }

  private static double together(Collection<Estimate> parts, ToDoubleFunction<Estimate> side) {
    return Math.sqrt(parts.stream().mapToDouble(side).map(width -> width * width).sum());
  }

  /** This much more of it. */
  public final Estimate plus(long more) {
    return of(value() + more, low() + more, high() + more);
  }

  /** What is left of {@code whole} without it. */
  public final Estimate takenFrom(long whole) {
    return of(whole - value(), whole - high(), whole - low());
  }
}
