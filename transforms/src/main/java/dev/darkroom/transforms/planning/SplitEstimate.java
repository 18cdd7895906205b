package dev.darkroom.transforms.planning;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableMap;
import dev.darkroom.transforms.rejection.Reason;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What a sample tells of a split's files that are not certain to be rejected. Immutable. */
@AutoValue
public abstract class SplitEstimate {
  /** How many files were tried. */
  public abstract long sampled();

  /** How many files will be rejected. */
  public abstract Estimate rejections();

  /** How many files will be rejected, by reason. */
  public abstract ImmutableMap<Reason, Double> rejected();

  /** Bytes of all records in their shards. */
  public abstract Estimate recordBytes();

  /** Processor time of all conversions, in seconds. */
  public abstract double cpuSeconds();

  /** Of a stratified sample. */
  static SplitEstimate of(List<Trial> trials) {
    long sampled = trials.stream().mapToLong(trial -> trial.outcomes().size()).sum();
    Map<Reason, Double> rejected = new EnumMap<>(Reason.class);
    double cpuSeconds = 0;
    for (Trial trial : trials) {
      for (Trial.Outcome outcome : trial.outcomes()) {
        outcome.rejection().ifPresent(why -> rejected.merge(why, trial.weight(), Double::sum));
        cpuSeconds += outcome.cpuSeconds() * trial.weight();
      }
    }
    return new AutoValue_SplitEstimate(
        sampled,
        rejections(trials, sampled, rejected),
        ImmutableMap.copyOf(rejected),
        recordBytes(trials),
        cpuSeconds);
  }

  /**
   * By Wilson's interval, which holds for small proportions and none; narrower, as more is tried.
   */
  private static Estimate rejections(
      List<Trial> trials, long sampled, Map<Reason, Double> rejected) {
    double images = trials.stream().mapToDouble(Trial::images).sum();
    double value = rejected.values().stream().mapToDouble(Double::doubleValue).sum();
    if (sampled == images) {
      return Estimate.exactly(value);
    }
    double share = value / images;
    double trust = sampled / (1 - sampled / images);
    double square = Estimate.SIDE * Estimate.SIDE / trust;
    double centre = (share + square / 2) / (1 + square);
    double side =
        Estimate.SIDE
            / (1 + square)
            * Math.sqrt(share * (1 - share) / trust + square / (4 * trust));
    return Estimate.of(
        value, Math.max(0, centre - side) * images, Math.min(1, centre + side) * images);
  }

  private static Estimate recordBytes(List<Trial> trials) {
    double value = 0;
    double variance = 0;
    for (Trial trial : trials) {
      int count = trial.outcomes().size();
      double mean = trial.outcomes().stream().mapToLong(Trial.Outcome::bytes).average().orElse(0);
      double squares =
          trial.outcomes().stream().mapToDouble(Trial.Outcome::bytes).map(b -> sqr(b - mean)).sum();
      value += trial.images() * mean;
      if (count < trial.images()) {
        variance +=
            sqr((double) trial.images()) / count * (1 - 1 / trial.weight()) * squares / (count - 1);
      }
    }
    double side = Estimate.SIDE * Math.sqrt(variance);
    return Estimate.of(value, Math.max(0, value - side), value + side);
  }

  private static double sqr(double value) {
    return value * value;
  }
}
