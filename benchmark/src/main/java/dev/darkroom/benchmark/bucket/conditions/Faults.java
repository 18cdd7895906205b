package dev.darkroom.benchmark.bucket.conditions;

import com.google.auto.value.AutoValue;
import java.util.Arrays;
import java.util.Locale;

/** How probable it is that a request fails, for each way in which it can. Immutable. */
@AutoValue
public abstract class Faults {
  Faults() {}

  /** Nothing fails until it is told to. */
  public static Builder builder() {
    return new AutoValue_Faults.Builder().tooManyRequests(0).unavailable(0).reset(0).truncated(0);
  }

  /**
   * Reads pairs such as {@code 429:0.01,503:0.01,reset:0.005,truncate:0.005}.
   *
   * @throws IllegalArgumentException if they are not such pairs
   */
  public static Faults parse(String text) {
    Builder faults = builder();
    for (String pair : text.split(",", -1)) {
      String name = pair.replaceFirst(":.*", "");
      double probability = probability(pair);
      switch (name) {
        case "429":
          faults.tooManyRequests(probability);
          break;
        case "503":
          faults.unavailable(probability);
          break;
        case "reset":
          faults.reset(probability);
          break;
        case "truncate":
          faults.truncated(probability);
          break;
        default:
          throw new IllegalArgumentException(
              "faults are 429, 503, reset and truncate, not " + name);
      }
    }
    return faults.build();
  }

  private static double probability(String pair) {
    try {
      return Double.parseDouble(pair.substring(pair.indexOf(':') + 1));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "a fault is its name, a colon and a probability, such as 503:0.01, not " + pair, e);
    }
  }

  /** Of the answer 429, Too Many Requests. */
  public abstract double tooManyRequests();

  /** Of the answer 503, Service Unavailable. */
  public abstract double unavailable();

  /** Of a connection reset, before the request has an effect or after. */
  public abstract double reset();

  /** Of an object's content that ends too early. */
  public abstract double truncated();

  /** What {@link #parse} reads. */
  @Override
  public final String toString() {
    return String.format(
        Locale.ROOT,
        "429:%s,503:%s,reset:%s,truncate:%s",
        tooManyRequests(),
        unavailable(),
        reset(),
        truncated());
  }

  /** Collects probabilities. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** 0 to 1. */
    public abstract Builder tooManyRequests(double probability);

    /** 0 to 1. */
    public abstract Builder unavailable(double probability);

    /** 0 to 1. */
    public abstract Builder reset(double probability);

    /** 0 to 1. */
    public abstract Builder truncated(double probability);

    abstract Faults autoBuild();

    /**
     * The faults.
     *
     * @throws IllegalArgumentException if a probability is none, or their sum
     */
    public Faults build() {
      Faults faults = autoBuild();
      double[] all = {
        faults.tooManyRequests(), faults.unavailable(), faults.reset(), faults.truncated()
      };
      if (!(Arrays.stream(all).min().getAsDouble() >= 0 && Arrays.stream(all).sum() <= 1)) {
        throw new IllegalArgumentException(
            "probabilities are from 0 to 1, and so is their sum: " + Arrays.toString(all));
      }
      return faults;
    }
  }
}
