package dev.darkroom.benchmark.report.page;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import dev.darkroom.benchmark.report.markup.Markup;
import dev.darkroom.benchmark.report.summary.Fit;
import dev.darkroom.benchmark.report.summary.MultipleFit;
import dev.darkroom.benchmark.report.summary.Numbers;
import dev.darkroom.benchmark.report.summary.Sentence;
import dev.darkroom.benchmark.statistics.CurveFit;
import dev.darkroom.benchmark.statistics.LackOfFit;
import java.util.List;
import java.util.Locale;

/** The numbers of all regressions. */
final class RegressionSection implements Section {
  @Override
  public String id() {
    return "regressions";
  }

  @Override
  public String title() {
    return "Regressions";
  }

  @Override
  public void write(Markup out, Content content) {
    if (content.results().fits().isEmpty()) {
      Prose.notMeasured(out, "every trial read the same amount, or there are too few");
      return;
    }
    Prose.paragraph(
        out,
        "A line is called inadequate where Fisher’s test of lack of fit has p below 0.05, or where"
            + " the saturating curve predicts left-out trials 5 % better than the line does.");
    Prose.folded(
        out,
        "On one predictor",
        3,
        List.of(
            "format",
            "predictor",
            "setting",
            "intercept (95 %)",
            "slope (95 %)",
            "p of slope",
            "R²",
            "residual s.e.",
            "residual quartiles",
            "p of lack of fit",
            "a",
            "b",
            "curve’s error",
            "line is"),
        content.results().fits().stream().map(fit -> row(content, fit)).collect(toList()));
    if (content.results().multipleFits().isEmpty()) {
      Prose.notMeasured(out, "multiple regression: fewer than two predictors vary");
      return;
    }
    Prose.folded(
        out,
        "On all predictors at once",
        2,
        List.of("format", "setting", "intercept and slopes (95 %), p", "R²", "adjusted R²", "F p"),
        content.results().multipleFits().stream().map(fit -> row(content, fit)).collect(toList()));
  }

  private static List<String> row(Content content, Fit fit) {
    LackOfFit lack = fit.linearity().lackOfFit();
    CurveFit curve = fit.saturating();
    Double error = fit.linearity().curveErrorRatio();
    return List.of(
        Sentence.name(fit.format()),
        fit.predictor().title(),
        content.words(fit.setting()),
        Cells.coefficient(fit.linear().intercept()),
        Cells.coefficient(fit.linear().slope()),
        Numbers.p(fit.linear().slope().p()),
        decimal(fit.linear().rSquared()),
        Numbers.amount(fit.linear().residualStandardError()),
        Numbers.amount(fit.linear().residuals().q1())
            + " to "
            + Numbers.amount(fit.linear().residuals().q3()),
        lack == null ? "no repeats" : Numbers.p(lack.p()),
        curve == null ? "too few" : Numbers.amount(curve.parameter("a")),
        curve == null ? "too few" : Numbers.amount(curve.parameter("b")),
        error == null ? "too few" : Numbers.ratio(error) + " × the line’s",
        fit.linearity().inadequate() ? "inadequate" : "adequate");
  }

  private static List<String> row(Content content, MultipleFit fit) {
    return List.of(
        Sentence.name(fit.format()),
        content.words(fit.setting()),
        fit.linear().coefficients().stream()
            .map(
                each ->
                    each.name().replace('_', ' ')
                        + " "
                        + Cells.coefficient(each)
                        + ", p "
                        + Numbers.p(each.p()))
            .collect(joining("; ")),
        decimal(fit.linear().rSquared()),
        decimal(fit.linear().adjustedRSquared()),
        Numbers.p(fit.linear().p()));
  }

  private static String decimal(double value) {
    return String.format(Locale.ROOT, "%.3f", value).replace('-', '−');
  }
}
