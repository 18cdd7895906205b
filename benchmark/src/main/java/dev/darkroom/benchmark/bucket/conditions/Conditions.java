package dev.darkroom.benchmark.bucket.conditions;

import com.google.auto.value.AutoValue;
import java.util.ArrayList;
import java.util.List;

/** What requests meet. Immutable. */
@AutoValue
public abstract class Conditions {
  Conditions() {}

  /** As fast as the machine is, and nothing fails. */
  public static Builder builder() {
    return new AutoValue_Conditions.Builder()
        .latency(Latency.fixed(0))
        .connectionBytesPerSecond(Double.POSITIVE_INFINITY)
        .totalBytesPerSecond(Double.POSITIVE_INFINITY)
        .requestsPerSecond(Double.POSITIVE_INFINITY)
        .faults(Faults.builder().build())
        .seed(0);
  }

  /** How long a response's first byte is held back. */
  public abstract Latency latency();

  /** The most that one connection carries, either way. */
  public abstract double connectionBytesPerSecond();

  /** The most that all connections carry, either way; they share it evenly. */
  public abstract double totalBytesPerSecond();

  /** Requests beyond this rate are answered 429. */
  public abstract double requestsPerSecond();

  /** What fails at random. */
  public abstract Faults faults();

  /** The n-th request has the same latency and fault under the same seed. */
  public abstract long seed();

  /** What is not as fast as the machine, for people. */
  @Override
  public final String toString() {
    List<String> parts = new ArrayList<>();
    parts.add("latency " + latency() + " ms");
    addRate(parts, connectionBytesPerSecond() / 1e6, "MB/s a connection");
    addRate(parts, totalBytesPerSecond() / 1e6, "MB/s in all");
    addRate(parts, requestsPerSecond(), "requests/s");
    parts.add("faults " + faults());
    parts.add("seed " + seed());
    return String.join(", ", parts);
  }

  private static void addRate(List<String> parts, double rate, String unit) {
    if (rate < Double.POSITIVE_INFINITY) {
      parts.add(rate + " " + unit);
    }
  }

  /** Collects conditions. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** None by default. */
    public abstract Builder latency(Latency latency);

    /** Unlimited by default. */
    public abstract Builder connectionBytesPerSecond(double rate);

    /** Unlimited by default. */
    public abstract Builder totalBytesPerSecond(double rate);

    /** Unlimited by default. */
    public abstract Builder requestsPerSecond(double rate);

    /** None by default. */
    public abstract Builder faults(Faults faults);

    /** 0 by default. */
    public abstract Builder seed(long seed);

    abstract Conditions autoBuild();

    /**
     * The conditions.
     *
     * @throws IllegalArgumentException if a rate is not above 0
     */
    public Conditions build() {
      Conditions conditions = autoBuild();
      requirePositive("bytes per second of a connection", conditions.connectionBytesPerSecond());
      requirePositive("bytes per second", conditions.totalBytesPerSecond());
      requirePositive("requests per second", conditions.requestsPerSecond());
      return conditions;
    }

    private static void requirePositive(String name, double rate) {
      if (!(rate > 0)) {
        throw new IllegalArgumentException(name + " must be more than 0: " + rate);
      }
    }
  }
}
