package dev.darkroom.benchmark.report.page;

import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import dev.darkroom.benchmark.report.markup.Markup;
import dev.darkroom.benchmark.report.plot.Line;
import dev.darkroom.benchmark.report.plot.LinePlot;
import dev.darkroom.benchmark.report.summary.CatchUp;
import dev.darkroom.benchmark.report.summary.Dimension;
import dev.darkroom.benchmark.report.summary.Numbers;
import dev.darkroom.benchmark.report.summary.Scaling;
import dev.darkroom.benchmark.report.summary.ScalingCurve;
import dev.darkroom.benchmark.report.summary.Sentence;
import dev.darkroom.benchmark.results.Format;
import dev.darkroom.benchmark.statistics.CurveFit;
import dev.darkroom.benchmark.statistics.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import javax.annotation.Nullable;

/** Throughput as more is done at once. */
final class ScalingSection implements Section {
  private final Dimension dimension;
  private final String title;
  private final String unit;
  private final String gap;

  private ScalingSection(Dimension dimension, String title, String unit, String gap) {
    this.dimension = dimension;
    this.title = title;
    this.unit = unit;
    this.gap = gap;
  }

  /** Reads in flight inside a trial. */
  static ScalingSection concurrency() {
    return new ScalingSection(
        Dimension.CONCURRENCY,
        "Concurrent reads",
        "reads at once",
        "all trials had the same number of reads at once");
  }

  /** Parallel trial runners. */
  static ScalingSection workers() {
    return new ScalingSection(
        Dimension.WORKERS,
        "Workers",
        "parallel trial runners",
        "all trials ran on the same number of workers");
  }

  @Override
  public String id() {
    return dimension.toString();
  }

  @Override
  public String title() {
    return title;
  }

  @Override
  public void write(Markup out, Content content) {
    List<Scaling> scalings =
        content.results().scalings().stream()
            .filter(scaling -> scaling.dimension() == dimension)
            .collect(toList());
    if (scalings.isEmpty()) {
      Prose.notMeasured(out, gap);
      return;
    }
    Prose.paragraph(
        out,
        "Points are medians with their 95 % interval. The curve is the universal scalability law,"
            + " the dashed one Amdahl’s law, both fitted to the medians. Both axes are"
            + " logarithmic.");
    if (dimension == Dimension.WORKERS) {
      Prose.paragraph(out, where(content));
    }
    for (int i = 0; i < scalings.size(); i++) {
      charts(out, content, scalings.get(i), id() + "-" + i);
    }
    laws(out, content, scalings);
  }

  private static void laws(Markup out, Content content, List<Scaling> scalings) {
    List<List<String>> rows = rows(content, scalings);
    if (rows.isEmpty()) {
      Prose.notMeasured(out, "Amdahl’s law takes three levels at least, the other law four");
      return;
    }
    Prose.table(
        out,
        "Fitted laws",
        3,
        List.of("format", "conditions", "law", "λ, images/s", "σ", "κ", "R²", "peak, fitted"),
        rows);
  }

  /** Runners of one process are threads of one machine; that is no cluster. */
  private static String where(Content content) {
    boolean oneMachine =
        content.trials().stream()
            .allMatch(
                row ->
                    row.environment().runner().equals("DirectRunner")
                        || row.settings().getOrDefault("sparkMaster", "").startsWith("local"));
    return oneMachine
        ? "All workers were threads of one machine: this is no scaling of a cluster."
        : "Workers are parallel trial runners as the runner placed them; a machine may hold several.";
  }

  private void charts(Markup out, Content content, Scaling scaling, String id) {
    out.open("div", "class", "pair");
    String note = content.words(scaling.conditions());
    Prose.figure(
        out,
        "Images per second",
        note,
        () ->
            LinePlot.draw(
                out,
                id + "-rates",
                title + ": images per second",
                note,
                unit,
                "images/s",
                scaling.curves().stream().map(ScalingSection::line).collect(toList()),
                OptionalDouble.empty(),
                ""));
    List<Line> ratios = ratios(scaling);
    if (!ratios.isEmpty()) {
      Prose.figure(
          out,
          "Raw files divided by records",
          catchUps(scaling),
          () ->
              LinePlot.draw(
                  out,
                  id + "-ratio",
                  title + ": raw files divided by records",
                  "Above the line raw files are faster. " + catchUps(scaling),
                  unit,
                  "×",
                  ratios,
                  OptionalDouble.of(1),
                  "equally fast"));
    }
    out.close();
  }

  private static Line line(ScalingCurve curve) {
    return Line.of(
        curve.format().toString(),
        Sentence.name(curve.format()),
        curve.points().stream().collect(toMap(p -> p.at(), p -> p.imagesPerSecond())),
        curve.usl(),
        curve.amdahl());
  }

  /** Raw files with more workers beside records with fewer would be another machine. */
  private List<Line> ratios(Scaling scaling) {
    List<Line> lines = new ArrayList<>();
    for (CatchUp catchUp : scaling.catchUps()) {
      String name = Sentence.name(catchUp.format());
      String format = catchUp.format().toString();
      if (dimension == Dimension.CONCURRENCY) {
        String first = name + " at " + catchUp.first();
        lines.add(Line.of(format, first, levels(catchUp.ofFirst()), null, null));
      }
      if (catchUp.ofSame().size() > 1) {
        lines.add(Line.of(format, name + " at as many", levels(catchUp.ofSame()), null, null));
      }
    }
    return lines;
  }

  private static Map<Integer, Estimate> levels(List<CatchUp.Level> levels) {
    return levels.stream().collect(toMap(CatchUp.Level::at, CatchUp.Level::ratio));
  }

  private String catchUps(Scaling scaling) {
    return scaling.catchUps().stream()
        .filter(catchUp -> dimension == Dimension.CONCURRENCY)
        .map(
            catchUp ->
                String.format(
                    "Raw files at %d reach %s of %s at %d.",
                    catchUp.nearest().at(),
                    Numbers.ratio(catchUp.nearest().ratio()),
                    Sentence.name(catchUp.format()),
                    catchUp.first()))
        .findFirst()
        .orElse("");
  }

  private static List<List<String>> rows(Content content, List<Scaling> scalings) {
    List<List<String>> rows = new ArrayList<>();
    for (Scaling scaling : scalings) {
      for (ScalingCurve curve : scaling.curves()) {
        String peak = curve.peak() == null ? "none" : Numbers.amount(curve.peak());
        add(rows, content, scaling, curve.format(), curve.amdahl(), "none");
        add(rows, content, scaling, curve.format(), curve.usl(), peak);
      }
    }
    return rows;
  }

  private static void add(
      List<List<String>> rows,
      Content content,
      Scaling scaling,
      Format format,
      @Nullable CurveFit fit,
      String peak) {
    if (fit == null) {
      return;
    }
    List<String> row = new ArrayList<>();
    row.add(Sentence.name(format));
    row.add(content.words(scaling.conditions()));
    row.add(fit.curve().equals("usl") ? "universal scalability" : "Amdahl");
    fit.coefficients().forEach(coefficient -> row.add(Cells.coefficient(coefficient)));
    if (fit.coefficients().size() == 2) {
      row.add("");
    }
    row.add(String.format(Locale.ROOT, "%.3f", fit.rSquared()));
    row.add(peak);
    rows.add(row);
  }
}
