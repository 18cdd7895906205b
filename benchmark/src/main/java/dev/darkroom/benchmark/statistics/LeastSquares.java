package dev.darkroom.benchmark.statistics;

import static java.util.stream.Collectors.toList;

import com.google.common.collect.Lists;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LeastSquaresBuilder;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LeastSquaresOptimizer.Optimum;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LevenbergMarquardtOptimizer;
import org.hipparchus.stat.regression.OLSMultipleLinearRegression;
import org.hipparchus.util.Pair;

/**
 * Levenberg and Marquardt's least squares within bounds. The best point either lies inside, where a
 * search without bounds finds it, or on some of them, where a search of the other parameters does:
 * with three parameters at most, all combinations are searched and the best point allowed is taken.
 */
final class LeastSquares {
  private static final int MOST_STEPS = 1_000;
  private static final double SINGULAR = 1e-14;
  private static final double SMALL_SHARE = 1e-3;

  private final Curve curve;
  private final double[] x;
  private final double[] y;

  LeastSquares(Curve curve, double[] x, double[] y) {
    this.curve = curve;
    this.x = x;
    this.y = y;
  }

  /** The best point that the bounds allow, if a search converges. */
  Optional<Solution> solve() {
    double[] start = start();
    List<List<Optional<Double>>> choices =
        curve.parameters().stream().map(LeastSquares::choices).collect(toList());
    return Lists.cartesianProduct(choices).stream()
        .map(pins -> search(start, pins))
        .filter(Objects::nonNull)
        .min(Comparator.comparingDouble(Solution::squaredError));
  }

  private static List<Optional<Double>> choices(Parameter parameter) {
    List<Optional<Double>> choices = new ArrayList<>();
    choices.add(Optional.empty());
    parameter.bounds().forEach(bound -> choices.add(Optional.of(bound)));
    return choices;
  }

  /** Where {@code x / y}, which is linear in the terms of the polynomial, is fitted best. */
  private double[] start() {
    double[][] terms = new double[x.length][];
    double[] reciprocal = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      terms[i] = curve.basisAt(x[i]);
      reciprocal[i] = x[i] / y[i];
    }
    OLSMultipleLinearRegression regression = new OLSMultipleLinearRegression();
    regression.setNoIntercept(true);
    regression.newSampleData(reciprocal, terms);
    double[] coefficients = regression.estimateRegressionParameters();
    double least = SMALL_SHARE * Quantiles.median(reciprocal);
    for (int i = 0; i < coefficients.length; i++) {
      int term = i;
      double scale = Arrays.stream(terms).mapToDouble(row -> row[term]).max().orElse(1);
      coefficients[i] = Math.max(coefficients[i], least / scale);
    }
    return curve.fromBasis(coefficients);
  }

  private Solution search(double[] start, List<Optional<Double>> pins) {
    int[] free = freeOf(pins);
    if (free.length == 0) {
      return null;
    }
    double[] from = Arrays.stream(free).mapToDouble(i -> start[i]).toArray();
    try {
      Optimum optimum =
          new LevenbergMarquardtOptimizer()
              .optimize(
                  new LeastSquaresBuilder()
                      .start(from)
                      .target(y)
                      .model(point -> evaluate(point, free, pins))
                      .maxEvaluations(MOST_STEPS)
                      .maxIterations(MOST_STEPS)
                      .build());
      double[] values = merge(optimum.getPoint(), free, pins);
      return allowed(values) ? solution(values, free, optimum) : null;
    } catch (MathRuntimeException e) {
      return null; // It does not converge, or the parameters follow from one another.
    }
  }

  private static int[] freeOf(List<Optional<Double>> pins) {
    int[] all = new int[pins.size()];
    int count = 0;
    for (int i = 0; i < pins.size(); i++) {
      if (!pins.get(i).isPresent()) {
        all[count++] = i;
      }
    }
    return Arrays.copyOf(all, count);
  }

  private static double[] merge(RealVector point, int[] free, List<Optional<Double>> pins) {
    double[] values = pins.stream().mapToDouble(pin -> pin.orElse(0.0)).toArray();
    for (int i = 0; i < free.length; i++) {
      values[free[i]] = point.getEntry(i);
    }
    return values;
  }

  private Pair<RealVector, RealMatrix> evaluate(
      RealVector point, int[] free, List<Optional<Double>> pins) {
    double[] values = merge(point, free, pins);
    RealVector predicted = new ArrayRealVector(x.length);
    RealMatrix jacobian = new Array2DRowRealMatrix(x.length, free.length);
    for (int row = 0; row < x.length; row++) {
      predicted.setEntry(row, curve.at(x[row], values));
      double[] gradient = curve.gradientAt(x[row], values);
      for (int column = 0; column < free.length; column++) {
        jacobian.setEntry(row, column, gradient[free[column]]);
      }
    }
    return new Pair<>(predicted, jacobian);
  }

  private boolean allowed(double[] values) {
    for (int i = 0; i < values.length; i++) {
      if (!Double.isFinite(values[i]) || !curve.parameters().get(i).allows(values[i])) {
        return false;
      }
    }
    return Arrays.stream(x).allMatch(each -> curve.at(each, values) > 0);
  }

  private Solution solution(double[] values, int[] free, Optimum optimum) {
    RealMatrix unscaled = optimum.getCovariances(SINGULAR);
    RealMatrix jacobian = optimum.getJacobian();
    RealVector residuals = optimum.getResiduals();
    double crossValidated = 0;
    for (int row = 0; row < x.length; row++) {
      RealVector gradient = jacobian.getRowVector(row);
      double leverage = gradient.dotProduct(unscaled.operate(gradient));
      double without = residuals.getEntry(row) / (1 - leverage);
      crossValidated += without * without;
    }
    double squaredError = residuals.dotProduct(residuals);
    int degreesOfFreedom = x.length - free.length;
    RealMatrix covariance =
        new Array2DRowRealMatrix(values.length, values.length); // Zero where a parameter is pinned.
    for (int i = 0; i < free.length; i++) {
      for (int j = 0; j < free.length; j++) {
        covariance.setEntry(
            free[i], free[j], unscaled.getEntry(i, j) * squaredError / degreesOfFreedom);
      }
    }
    return new Solution(
        values, free, covariance, squaredError, Math.sqrt(crossValidated / x.length));
  }

  /** A point that a search ended at. Immutable. */
  static final class Solution {
    private final double[] values;
    private final int[] free;
    private final RealMatrix covariance;
    private final double squaredError;
    private final double crossValidatedError;

    Solution(
        double[] values,
        int[] free,
        RealMatrix covariance,
        double squaredError,
        double crossValidatedError) {
      this.values = values;
      this.free = free;
      this.covariance = covariance;
      this.squaredError = squaredError;
      this.crossValidatedError = crossValidatedError;
    }

    double[] values() {
      return values;
    }

    int freeParameters() {
      return free.length;
    }

    boolean isFree(int parameter) {
      return Arrays.stream(free).anyMatch(index -> index == parameter);
    }

    RealMatrix covariance() {
      return covariance;
    }

    double squaredError() {
      return squaredError;
    }

    /** To first order, by the curve's tangent plane in its parameters. */
    double crossValidatedError() {
      return crossValidatedError;
    }
  }
}
