package dev.darkroom.benchmark.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LinearFitTest {
  static Stream<Golden> lines() {
    return Golden.cases("simple_regression");
  }

  static Stream<Golden> planes() {
    return Golden.cases("multiple_regression");
  }

  @ParameterizedTest
  @MethodSource("lines")
  void onePredictorAgreesWithStatsmodels(Golden golden) {
    double[] x = golden.numbers("x");
    double[] y = golden.numbers("y");
    LinearFit fit = LinearFit.of("batch_size", x, y).orElseThrow();

    assertFit(golden, fit, 1e-9);
    Interval band = fit.bandAt(golden.number("at"));
    assertEquals(golden.numbers("band")[0], band.low(), 1e-9);
    assertEquals(golden.numbers("band")[1], band.high(), 1e-9);
    LackOfFit lack = LackOfFit.of(fit, x, y).orElseThrow();
    assertClose(golden.number("lack_of_fit_f"), lack.f(), 1e-9);
    assertClose(golden.number("lack_of_fit_p"), lack.p(), 1e-9);
  }

  /** Longley's data are known for what they do to careless arithmetic. */
  @ParameterizedTest
  @MethodSource("planes")
  void severalPredictorsAgreeWithStatsmodels(Golden golden) {
    List<String> predictors = new ArrayList<>();
    golden.fields().required("predictors").forEach(name -> predictors.add(name.asText()));
    List<double[]> rows = new ArrayList<>();
    for (JsonNode row : golden.fields().required("rows")) {
      rows.add(Golden.numbers(row));
    }

    LinearFit fit =
        LinearFit.of(predictors, rows.toArray(double[][]::new), golden.numbers("y")).orElseThrow();

    assertFit(golden, fit, 1e-6);
  }

  private static void assertFit(Golden golden, LinearFit fit, double tolerance) {
    for (int i = 0; i < golden.numbers("estimates").length; i++) {
      Coefficient coefficient = fit.coefficients().get(i);
      assertClose(golden.numbers("estimates")[i], coefficient.estimate(), tolerance);
      assertClose(golden.numbers("errors")[i], coefficient.standardError(), tolerance);
      assertClose(golden.numbers("p_values")[i], coefficient.p(), tolerance);
      assertClose(golden.numbers("low")[i], coefficient.interval().low(), tolerance);
      assertClose(golden.numbers("high")[i], coefficient.interval().high(), tolerance);
    }
    assertEquals(golden.number("r2"), fit.rSquared(), tolerance);
    assertEquals(golden.number("adjusted_r2"), fit.adjustedRSquared(), tolerance);
    assertClose(golden.number("p"), fit.p(), tolerance);
    assertClose(golden.number("residual_standard_error"), fit.residualStandardError(), tolerance);
    assertClose(golden.number("cross_validated_error"), fit.crossValidatedError(), tolerance);
    assertClose(golden.numbers("residuals")[0], fit.residuals().min(), tolerance);
    assertClose(golden.numbers("residuals")[1], fit.residuals().q1(), tolerance);
    assertClose(golden.numbers("residuals")[4], fit.residuals().max(), tolerance);
  }

  private static void assertClose(double expected, double actual, double relative) {
    assertEquals(expected, actual, relative * Math.abs(expected));
  }

  @Test
  void tooFewOrRedundantValuesGiveNoFit() {
    double[] y = {1, 2, 3, 4};
    double[][] redundant = {{1, 2}, {2, 4}, {3, 6}, {5, 10}};

    assertEquals(Optional.empty(), LinearFit.of("x", new double[] {1, 2}, new double[] {3, 4}));
    assertEquals(Optional.empty(), LinearFit.of("x", new double[] {4, 4, 4, 4}, y));
    assertEquals(Optional.empty(), LinearFit.of(List.of("x", "twice"), redundant, y));
  }

  @Test
  void whatNeverVariesIsNotExplained() {
    LinearFit fit =
        LinearFit.of("x", new double[] {1, 2, 3, 4}, new double[] {7, 7, 7, 7}).orElseThrow();

    assertEquals(0, fit.rSquared());
    assertEquals(1, fit.p(), 1e-9);
    assertEquals(7, fit.at(9), 1e-9);
  }

  @Test
  void onlyTheBentOneIsTooBentForALine() {
    lines()
        .forEach(
            golden -> {
              double[] x = golden.numbers("x");
              double[] y = golden.numbers("y");
              LinearFit line = LinearFit.of("x", x, y).orElseThrow();
              Optional<CurveFit> curve = CurveFit.of(Curve.SATURATING, x, y);
              boolean bent = golden.toString().equals("bent");
              assertEquals(bent, Linearity.of(line, curve, x, y).inadequate(), golden.toString());
            });
  }

  @Test
  void withoutRepeatedValuesOnlyTheCurveTells() {
    double[] x = {1, 2, 4, 8, 16, 32};
    double[] y = {10, 19, 34, 55, 80, 105};
    LinearFit line = LinearFit.of("x", x, y).orElseThrow();

    assertFalse(LackOfFit.of(line, x, y).isPresent());
    assertFalse(Linearity.of(line, Optional.empty(), x, y).inadequate());
    assertTrue(Linearity.of(line, CurveFit.of(Curve.SATURATING, x, y), x, y).inadequate());
  }
}
