package dev.darkroom.benchmark.statistics;

import com.google.common.collect.ImmutableList;
import java.util.Locale;

/** A curve of throughput that bends: {@code x} over a polynomial, which its start comes from. */
public enum Curve {
  /**
   * {@code x / (a + b x)}: a fixed cost {@code a} and a cost {@code b} each, so that throughput
   * rises to {@code 1 / b} (Michaelis and Menten, 1913).
   */
  SATURATING {
    @Override
    ImmutableList<Parameter> parameters() {
      return ImmutableList.of(Parameter.notNegative("a"), Parameter.notNegative("b"));
    }

    @Override
    double at(double x, double... p) {
      return x / (p[0] + p[1] * x);
    }

    @Override
    double[] gradientAt(double x, double... p) {
      double denominator = p[0] + p[1] * x;
      double common = -x / (denominator * denominator);
      return new double[] {common, common * x};
    }

    @Override
    double[] basisAt(double x) {
      return new double[] {1, x};
    }

    @Override
    double[] fromBasis(double... coefficients) {
      return coefficients;
    }
  },

  /**
   * {@code λ n / (1 + σ (n - 1))}: the part {@code σ} of the work is done by one at a time (Amdahl,
   * 1967).
   */
  AMDAHL {
    @Override
    ImmutableList<Parameter> parameters() {
      return ImmutableList.of(Parameter.free("lambda"), Parameter.fraction("sigma"));
    }

    @Override
    double at(double n, double... p) {
      return p[0] * n / (1 + p[1] * (n - 1));
    }

    @Override
    double[] gradientAt(double n, double... p) {
      double denominator = 1 + p[1] * (n - 1);
      return new double[] {
        n / denominator, -p[0] * n * (n - 1) / (denominator * denominator),
      };
    }

    @Override
    double[] basisAt(double n) {
      return new double[] {1, n - 1};
    }

    @Override
    double[] fromBasis(double... coefficients) {
      return scaled(coefficients);
    }
  },

  /**
   * {@code λ n / (1 + σ (n - 1) + κ n (n - 1))}: besides, each pays {@code κ} for every other one,
   * so that throughput falls again (Gunther's universal scalability law, 1993).
   */
  USL {
    @Override
    ImmutableList<Parameter> parameters() {
      return ImmutableList.of(
          Parameter.free("lambda"), Parameter.fraction("sigma"), Parameter.notNegative("kappa"));
    }

    @Override
    double at(double n, double... p) {
      return p[0] * n / (1 + p[1] * (n - 1) + p[2] * n * (n - 1));
    }

    @Override
    double[] gradientAt(double n, double... p) {
      double denominator = 1 + p[1] * (n - 1) + p[2] * n * (n - 1);
      double common = -p[0] * n * (n - 1) / (denominator * denominator);
      return new double[] {n / denominator, common, common * n};
    }

    @Override
    double[] basisAt(double n) {
      return new double[] {1, n - 1, n * (n - 1)};
    }

    @Override
    double[] fromBasis(double... coefficients) {
      return scaled(coefficients);
    }
  };

  /** The curve's value. */
  abstract double at(double x, double... parameters);

  /** The derivatives by each parameter. */
  abstract double[] gradientAt(double x, double... parameters);

  /** The polynomial's terms, in which {@code x / y} is linear. */
  abstract double[] basisAt(double x);

  /** The parameters that the polynomial's coefficients stand for. */
  abstract double[] fromBasis(double... coefficients);

  /** The parameters, in the order in which their values are given. */
  abstract ImmutableList<Parameter> parameters();

  /** As it is called in files: lower case. */
  public final String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  private static double[] scaled(double... coefficients) {
    double[] parameters = coefficients.clone();
    parameters[0] = 1 / coefficients[0];
    for (int i = 1; i < parameters.length; i++) {
      parameters[i] = coefficients[i] / coefficients[0];
    }
    return parameters;
  }
}
