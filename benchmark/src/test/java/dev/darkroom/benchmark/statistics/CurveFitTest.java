package dev.darkroom.benchmark.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CurveFitTest {
  static Stream<Golden> curves() {
    return Golden.cases("curves");
  }

  /** Puromycin is R's example of a saturating curve, raytracer Gunther's of his law. */
  @ParameterizedTest
  @MethodSource("curves")
  void agreesWithSciPy(Golden golden) {
    Curve curve = Curve.valueOf(golden.fields().get("model").asText().toUpperCase(Locale.ROOT));

    CurveFit fit = CurveFit.of(curve, golden.numbers("x"), golden.numbers("y")).orElseThrow();

    for (int i = 0; i < fit.coefficients().size(); i++) {
      Coefficient coefficient = fit.coefficients().get(i);
      double expected = golden.numbers("estimates")[i];
      assertEquals(expected, coefficient.estimate(), 1e-5 * expected, coefficient.name());
      if (golden.fields().get("pinned").get(i).asBoolean()) {
        assertNull(coefficient.interval());
      } else {
        assertEquals(golden.numbers("low")[i], coefficient.interval().low(), 1e-3 * expected);
        assertEquals(golden.numbers("high")[i], coefficient.interval().high(), 1e-3 * expected);
      }
    }
    assertEquals(golden.number("r2"), fit.rSquared(), 1e-6);
    Interval band = fit.bandAt(golden.number("at"));
    assertEquals(golden.numbers("band")[0], band.low(), 1e-4 * band.low());
    assertEquals(golden.numbers("band")[1], band.high(), 1e-4 * band.high());
  }

  @Test
  void theErrorOfEachValueIsThatOfACurveWithoutIt() {
    double[] x = {1, 2, 3, 4, 6, 8, 12, 16};
    double[] y = {10.2, 18.1, 26.5, 32.9, 43.7, 51.0, 62.8, 70.3};
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      CurveFit without = CurveFit.of(Curve.SATURATING, without(x, i), without(y, i)).orElseThrow();
      sum += Math.pow(y[i] - without.at(x[i]), 2);
    }
    double expected = Math.sqrt(sum / x.length);

    double error = CurveFit.of(Curve.SATURATING, x, y).orElseThrow().crossValidatedError();

    assertEquals(expected, error, 0.1 * expected);
  }

  private static double[] without(double[] values, int index) {
    double[] rest = new double[values.length - 1];
    System.arraycopy(values, 0, rest, 0, index);
    System.arraycopy(values, index + 1, rest, index, rest.length - index);
    return rest;
  }

  @Test
  void asManyParametersAsDifferentValuesGiveNoFit() {
    double[] x = {1, 1, 2, 2};
    double[] y = {10, 11, 18, 19};

    assertEquals(Optional.empty(), CurveFit.of(Curve.SATURATING, x, y));
    assertEquals(Optional.empty(), CurveFit.of(Curve.USL, x, y));
  }

  @Test
  void throughputIsPositive() {
    double[] x = {1, 2, 3};
    double[] y = {10, 0, 12};

    assertThrows(IllegalArgumentException.class, () -> CurveFit.of(Curve.SATURATING, x, y));
  }

  @Test
  void aParameterIsFoundByItsName() {
    double[] x = {1, 2, 4, 8};
    double[] y = {10, 20, 40, 80};
    CurveFit fit = CurveFit.of(Curve.AMDAHL, x, y).orElseThrow();

    assertEquals(10, fit.parameter("lambda"), 1e-9);
    assertEquals(0, fit.parameter("sigma"), 1e-9);
    assertThrows(IllegalArgumentException.class, () -> fit.parameter("kappa"));
  }
}
