package dev.darkroom.benchmark.statistics;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.RealVector;

/** A curve fitted by least squares within the bounds of its parameters. Immutable. */
@AutoValue
@JsonPropertyOrder({"curve", "coefficients", "r2", "cross_validated_error", "trials"})
public abstract class CurveFit {
  abstract Curve model();

  /** Its parameters; one that stopped at a bound has neither error nor interval. */
  @JsonProperty
  public abstract List<Coefficient> coefficients();

  /** The share of the variance that the curve explains; negative where the mean explains more. */
  @JsonProperty("r2")
  public abstract double rSquared();

  /** The root of the mean squared error on each value, predicted by a curve fitted without it. */
  @JsonProperty("cross_validated_error")
  public abstract double crossValidatedError();

  /** How many values were fitted. */
  @JsonProperty
  public abstract int trials();

  abstract LeastSquares.Solution solution();

  /** The curve's name. */
  @JsonProperty
  public final String curve() {
    return model().id();
  }

  /**
   * Fits a curve.
   *
   * @param x positive
   * @param y positive
   * @return nothing where there are no more different {@code x} than parameters
   */
  public static Optional<CurveFit> of(Curve curve, double[] x, double[] y) {
    Quantiles.requireValues(x);
    Quantiles.requireValues(y);
    if (DoubleStream.concat(Arrays.stream(x), Arrays.stream(y)).anyMatch(value -> value <= 0)) {
      throw new IllegalArgumentException("curves of throughput are fitted to positive values");
    }
    if (Arrays.stream(x).distinct().count() <= curve.parameters().size()) {
      return Optional.empty();
    }
    return new LeastSquares(curve, x, y).solve().map(solution -> describe(curve, y, solution));
  }

  private static CurveFit describe(Curve curve, double[] y, LeastSquares.Solution solution) {
    int degreesOfFreedom = y.length - solution.freeParameters();
    ImmutableList.Builder<Coefficient> coefficients = ImmutableList.builder();
    for (int i = 0; i < curve.parameters().size(); i++) {
      String name = curve.parameters().get(i).name();
      double value = solution.values()[i];
      double error = Math.sqrt(solution.covariance().getEntry(i, i));
      coefficients.add(
          solution.isFree(i)
              ? Coefficient.of(name, value, error, degreesOfFreedom)
              : Coefficient.atBound(name, value));
    }
    double mean = Arrays.stream(y).average().orElseThrow();
    double total = Arrays.stream(y).map(value -> (value - mean) * (value - mean)).sum();
    return new AutoValue_CurveFit(
        curve,
        coefficients.build(),
        total == 0 ? 0 : 1 - solution.squaredError() / total,
        solution.crossValidatedError(),
        y.length,
        solution);
  }

  /** The curve's value. */
  public final double at(double x) {
    return model().at(x, solution().values());
  }

  /** The interval of that mean, by the curve's slope in each parameter (delta method). */
  public final Interval bandAt(double x) {
    RealVector gradient = new ArrayRealVector(model().gradientAt(x, solution().values()));
    double variance = gradient.dotProduct(solution().covariance().operate(gradient));
    int degreesOfFreedom = trials() - solution().freeParameters();
    double halfWidth = Coefficient.halfWidth(Math.sqrt(Math.max(0, variance)), degreesOfFreedom);
    return Interval.around(at(x), halfWidth);
  }

  /** The value of a parameter, by its name. */
  public final double parameter(String name) {
    return coefficients().stream()
        .filter(coefficient -> coefficient.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(curve() + " has no " + name))
        .estimate();
  }
}
