package dev.darkroom.benchmark.report.page;

import static java.util.stream.Collectors.toList;

import dev.darkroom.benchmark.report.markup.Markup;
import dev.darkroom.benchmark.report.plot.FitPlot;
import dev.darkroom.benchmark.report.summary.Fit;
import dev.darkroom.benchmark.report.summary.Numbers;
import dev.darkroom.benchmark.report.summary.Predictor;
import dev.darkroom.benchmark.report.summary.Sentence;
import dev.darkroom.benchmark.report.summary.Setting;
import dev.darkroom.benchmark.report.summary.Trials;
import dev.darkroom.benchmark.results.Format;
import dev.darkroom.benchmark.statistics.Coefficient;
import dev.darkroom.benchmark.statistics.CurveFit;
import java.util.Arrays;
import java.util.List;

/** Throughput by how much a trial reads. */
final class BatchSection implements Section {
  @Override
  public String id() {
    return "batches";
  }

  @Override
  public String title() {
    return "Batch size and count";
  }

  @Override
  public void write(Markup out, Content content) {
    List<Fit> fits = content.setting().map(setting -> fits(content, setting)).orElse(List.of());
    if (fits.isEmpty()) {
      Prose.notMeasured(out, "every trial read the same amount, or there are too few");
      return;
    }
    Prose.paragraph(
        out,
        "Small dots are trials, large ones their means. The line is ordinary least squares with the"
            + " 95 % interval of its mean; the dashed curve is x / (a + b x). Charts of one format"
            + " share a scale.");
    for (Format format : Format.values()) {
      List<Fit> ofFormat = fits.stream().filter(fit -> fit.format() == format).collect(toList());
      if (!ofFormat.isEmpty()) {
        out.leaf("h3", Sentence.name(format), "class", format.toString());
        out.open("div", "class", "small-multiples");
        double highest = highest(content, ofFormat);
        ofFormat.forEach(fit -> chart(out, content, fit, highest));
        out.close();
      }
    }
  }

  private static List<Fit> fits(Content content, Setting setting) {
    return content.results().fits().stream()
        .filter(fit -> fit.setting().equals(setting))
        .collect(toList());
  }

  /** What the charts of a format have to have room for: every trial, and the ends of the lines. */
  private static double highest(Content content, List<Fit> fits) {
    double highest = 0;
    for (Fit fit : fits) {
      Trials trials = content.of(fit.setting(), fit.format());
      double last = Arrays.stream(trials.values(fit.predictor()::of)).max().orElseThrow();
      double rate = Arrays.stream(trials.rates()).max().orElseThrow();
      highest = Math.max(highest, Math.max(rate, fit.linear().at(last)));
    }
    return highest;
  }

  private static void chart(Markup out, Content content, Fit fit, double highest) {
    Trials trials = content.of(fit.setting(), fit.format());
    Predictor predictor = fit.predictor();
    String title = "By " + predictor.title();
    String words = words(fit);
    Prose.figure(
        out,
        title,
        words,
        () ->
            FitPlot.draw(
                out,
                "fit-" + fit.format() + "-" + predictor,
                Sentence.name(fit.format()) + " by " + predictor.title(),
                words,
                fit.format().toString(),
                predictor == Predictor.IMAGES ? "images a pass" : predictor.title(),
                trials.values(predictor::of),
                trials.rates(),
                fit.linear(),
                fit.saturating(),
                highest));
  }

  private static String words(Fit fit) {
    Coefficient slope = fit.linear().slope();
    String line =
        String.format(
            "slope %s, R² %.2f, p %s",
            Cells.coefficient(slope), fit.linear().rSquared(), Numbers.p(slope.p()));
    return fit.linearity().inadequate() ? line + ". A line is inadequate" + limit(fit) : line;
  }

  /** Where the curve ends, if it is the better one. */
  private static String limit(Fit fit) {
    CurveFit curve = fit.saturating();
    boolean saturates =
        fit.linearity().curvePredictsBetter()
            && curve.parameter("a") > 0
            && curve.parameter("b") > 0;
    return saturates ? ": it saturates towards " + Numbers.amount(1 / curve.parameter("b")) : "";
  }
}
