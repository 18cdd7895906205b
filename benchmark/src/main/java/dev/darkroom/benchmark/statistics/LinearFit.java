package dev.darkroom.benchmark.statistics;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.statistics.distribution.FDistribution;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.hipparchus.stat.regression.OLSMultipleLinearRegression;

/** A regression by ordinary least squares on one or several predictors. Immutable. */
@AutoValue
@JsonPropertyOrder({
  "coefficients",
  "r2",
  "adjusted_r2",
  "p",
  "residual_standard_error",
  "residuals",
  "cross_validated_error",
  "trials"
})
public abstract class LinearFit {
  private static final double SINGULAR = 1e-10;

  /** The intercept, then the slope of each predictor. */
  @JsonProperty
  public abstract List<Coefficient> coefficients();

  /** The share of the variance that the predictors explain; 0 where nothing varies. */
  @JsonProperty("r2")
  public abstract double rSquared();

  /** The same, less what so many predictors explain by chance. */
  @JsonProperty("adjusted_r2")
  public abstract double adjustedRSquared();

  /** The chance of so much explained by predictors that explain nothing (F test). */
  @JsonProperty
  public abstract double p();

  /** The standard deviation of the residuals, by their degrees of freedom. */
  @JsonProperty("residual_standard_error")
  public abstract double residualStandardError();

  /** Measured less predicted. */
  @JsonProperty
  public abstract FiveNumbers residuals();

  /** The root of the mean squared error on each value, predicted without it. */
  @JsonProperty("cross_validated_error")
  public abstract double crossValidatedError();

  /** How many values were fitted. */
  @JsonProperty
  public abstract int trials();

  abstract RealMatrix covariance();

  /** On one predictor. */
  public static Optional<LinearFit> of(String predictor, double[] x, double[] y) {
    double[][] rows = new double[x.length][];
    for (int i = 0; i < x.length; i++) {
      rows[i] = new double[] {x[i]};
    }
    return of(ImmutableList.of(predictor), rows, y);
  }

  /**
   * On several predictors.
   *
   * @param rows for each value of {@code y} the predictors, in the order of their names
   * @return nothing where there are too few values, or predictors follow from one another
   */
  public static Optional<LinearFit> of(List<String> predictors, double[][] rows, double[] y) {
    int degreesOfFreedom = y.length - predictors.size() - 1;
    if (degreesOfFreedom < 1) {
      return Optional.empty();
    }
    Quantiles.requireValues(y);
    OLSMultipleLinearRegression regression = new OLSMultipleLinearRegression(SINGULAR);
    try {
      regression.newSampleData(y, rows);
      return Optional.of(describe(predictors, regression, rows, degreesOfFreedom));
    } catch (MathRuntimeException e) {
      return Optional.empty(); // The matrix is singular; nothing else is thrown for finite values.
    }
  }

  private static LinearFit describe(
      List<String> predictors, OLSMultipleLinearRegression regression, double[][] rows, int df) {
    RealMatrix unscaled =
        new Array2DRowRealMatrix(regression.estimateRegressionParametersVariance());
    double[] estimates = regression.estimateRegressionParameters();
    double[] errors = regression.estimateRegressionParametersStandardErrors();
    double[] residuals = regression.estimateResiduals();
    ImmutableList.Builder<Coefficient> coefficients = ImmutableList.builder();
    for (int i = 0; i < estimates.length; i++) {
      String name = i == 0 ? "intercept" : predictors.get(i - 1);
      coefficients.add(Coefficient.of(name, estimates[i], errors[i], df));
    }
    double total = regression.calculateTotalSumOfSquares();
    double rSquared = total == 0 ? 0 : regression.calculateRSquared();
    double f = (rSquared / predictors.size()) / ((1 - rSquared) / df);
    return new AutoValue_LinearFit(
        coefficients.build(),
        rSquared,
        total == 0 ? 0 : regression.calculateAdjustedRSquared(),
        rSquared == 1 ? 0 : FDistribution.of(predictors.size(), df).survivalProbability(f),
        regression.estimateRegressionStandardError(),
        FiveNumbers.of(residuals),
        crossValidatedError(residuals, rows, unscaled),
        rows.length,
        unscaled.scalarMultiply(regression.estimateErrorVariance()));
  }

  /** By Allen's PRESS (1974): a residual without its value is that with it over 1 - leverage. */
  private static double crossValidatedError(
      double[] residuals, double[][] rows, RealMatrix unscaledCovariance) {
    double sum = 0;
    for (int i = 0; i < residuals.length; i++) {
      RealVector terms = new ArrayRealVector(new double[] {1}, rows[i]);
      double leverage = terms.dotProduct(unscaledCovariance.operate(terms));
      double without = residuals[i] / (1 - leverage);
      sum += without * without;
    }
    return Math.sqrt(sum / residuals.length);
  }

  /** The value where all predictors are zero. */
  public final Coefficient intercept() {
    return coefficients().get(0);
  }

  /** What one more of the first predictor adds. */
  public final Coefficient slope() {
    return coefficients().get(1);
  }

  /** The mean that the line has at {@code x}, for a fit on one predictor. */
  public final double at(double x) {
    return intercept().estimate() + slope().estimate() * x;
  }

  /** The interval of that mean. */
  public final Interval bandAt(double x) {
    RealVector terms = new ArrayRealVector(new double[] {1, x});
    double variance = terms.dotProduct(covariance().operate(terms));
    double halfWidth = Coefficient.halfWidth(Math.sqrt(Math.max(0, variance)), trials() - 2);
    return Interval.around(at(x), halfWidth);
  }
}
