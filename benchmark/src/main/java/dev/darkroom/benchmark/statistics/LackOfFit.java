package dev.darkroom.benchmark.statistics;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.google.auto.value.AutoValue;
import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.ListMultimap;
import java.util.List;
import java.util.Optional;
import org.apache.commons.statistics.distribution.FDistribution;

/**
 * Fisher's test of whether a straight line misses the means: the squared distances of the means
 * from the line, beside the scatter of the values about their own mean. It needs repeated values of
 * the predictor, and three different ones. Immutable.
 */
@AutoValue
public abstract class LackOfFit {
  /** The ratio of both mean squares. */
  @JsonProperty
  public abstract double f();

  /** The chance of a ratio at least so large if the line is right. */
  @JsonProperty
  public abstract double p();

  /** Tests a fit on one predictor against what it was fitted to. */
  public static Optional<LackOfFit> of(LinearFit fit, double[] x, double[] y) {
    ListMultimap<Double, Double> byPredictor = ArrayListMultimap.create();
    for (int i = 0; i < x.length; i++) {
      byPredictor.put(x[i], y[i]);
    }
    int levels = byPredictor.keySet().size();
    int lackDegrees = levels - 2;
    int pureDegrees = x.length - levels;
    if (lackDegrees < 1 || pureDegrees < 1) {
      return Optional.empty();
    }
    double lack = 0;
    double pure = 0;
    for (Double level : byPredictor.keySet()) {
      List<Double> values = byPredictor.get(level);
      double mean = values.stream().mapToDouble(value -> value).average().orElseThrow();
      lack += values.size() * square(mean - fit.at(level));
      pure += values.stream().mapToDouble(value -> square(value - mean)).sum();
    }
    if (pure == 0) {
      return Optional.empty();
    }
    double f = (lack / lackDegrees) / (pure / pureDegrees);
    double p = FDistribution.of(lackDegrees, pureDegrees).survivalProbability(f);
    return Optional.of(new AutoValue_LackOfFit(f, p));
  }

  private static double square(double value) {
    return value * value;
  }
}
