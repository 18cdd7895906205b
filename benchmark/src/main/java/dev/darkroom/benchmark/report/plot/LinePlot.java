package dev.darkroom.benchmark.report.plot;

import static java.util.stream.Collectors.toList;

import dev.darkroom.benchmark.report.markup.Markup;
import dev.darkroom.benchmark.report.summary.Numbers;
import dev.darkroom.benchmark.statistics.CurveFit;
import dev.darkroom.benchmark.statistics.Estimate;
import dev.darkroom.benchmark.statistics.Interval;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/** Estimates by how much was done at once, both on scales of equal ratios. */
public final class LinePlot {
  private static final double WIDTH = 430;
  private static final double HEIGHT = 300;
  private static final double LEFT = 60;
  private static final double NAME_GAP = 10;
  private static final double TOP = 24;
  private static final double BOTTOM = 260;
  private static final double LABEL_GAP = 15;
  private static final int STEPS = 50;

  private final Svg svg;
  private final List<Line> lines;
  private final String unit;
  private final double right;
  private final Scale x;
  private final Scale y;

  private LinePlot(Svg svg, List<Line> lines, OptionalDouble reference, String unit) {
    this.svg = svg;
    this.lines = lines;
    this.unit = unit;
    double widest = lines.stream().mapToDouble(line -> Axes.width(line.name())).max().orElse(0);
    this.right = WIDTH - NAME_GAP - widest;
    List<Double> levels =
        lines.stream()
            .flatMap(line -> line.points().keySet().stream())
            .distinct()
            .sorted()
            .map(Integer::doubleValue)
            .collect(toList());
    this.x =
        Scale.logarithmic(levels.get(0), levels.get(levels.size() - 1), LEFT, right)
            .withTicks(levels);
    double[] ends =
        DoubleStream.concat(reference.stream(), lines.stream().flatMapToDouble(LinePlot::ends))
            .toArray();
    this.y =
        Scale.logarithmic(
            DoubleStream.of(ends).min().orElseThrow(),
            DoubleStream.of(ends).max().orElseThrow(),
            BOTTOM,
            TOP);
  }

  private static DoubleStream ends(Line line) {
    return line.points().values().stream()
        .flatMapToDouble(
            estimate ->
                estimate.interval() == null
                    ? DoubleStream.of(estimate.value())
                    : DoubleStream.of(estimate.interval().low(), estimate.interval().high()));
  }

  /**
   * Draws it.
   *
   * @param reference a value that is told apart by a line across, and what stands at it
   */
  public static void draw(
      Markup out,
      String id,
      String title,
      String description,
      String xUnit,
      String yUnit,
      List<Line> lines,
      OptionalDouble reference,
      String referenceName) {
    Svg svg = new Svg(out, id, title, description, WIDTH, HEIGHT);
    LinePlot plot = new LinePlot(svg, lines, reference, yUnit);
    Axes.upwards(svg, plot.y, LEFT, plot.right, yUnit);
    Axes.rightwards(svg, plot.x, BOTTOM, xUnit);
    reference.ifPresent(value -> plot.reference(value, referenceName));
    lines.forEach(plot::line);
    plot.names();
    svg.close();
  }

  private void reference(double value, String name) {
    svg.group("axis");
    svg.line(LEFT, y.at(value), right, y.at(value), "reference");
    svg.text(LEFT + 4, y.at(value) - 5, "start", "unit", name);
    svg.endGroup();
  }

  private void line(Line line) {
    svg.group(line.format());
    if (line.curve() == null) {
      List<double[]> points = new ArrayList<>();
      line.points().forEach((at, e) -> points.add(new double[] {x.at(at), y.at(e.value())}));
      svg.path(points, "line");
    } else {
      curve(line, line.curve(), "line");
    }
    if (line.dashed() != null) {
      curve(line, line.dashed(), "line dashed");
    }
    line.points().forEach(this::point);
    svg.endGroup();
  }

  private void curve(Line line, CurveFit curve, String cssClass) {
    List<double[]> points = new ArrayList<>();
    for (double at : x.between(line.points().firstKey(), line.points().lastKey(), STEPS)) {
      points.add(new double[] {x.at(at), y.clamped(curve.at(at))});
    }
    svg.path(points, cssClass);
  }

  private void point(int at, Estimate estimate) {
    Interval interval = estimate.interval();
    String told = "at " + at + ": " + Numbers.amount(estimate.value()) + " " + unit;
    if (interval != null) {
      svg.line(x.at(at), y.at(interval.low()), x.at(at), y.at(interval.high()), "whisker");
    }
    svg.circle(x.at(at), y.at(estimate.value()), 4, "mark", told);
  }

  /** At the right of each line's last point, moved apart where they would touch. */
  private void names() {
    List<Line> upwards = new ArrayList<>(lines);
    upwards.sort(Comparator.comparingDouble(line -> -y.at(last(line))));
    double above = Double.POSITIVE_INFINITY;
    for (Line line : upwards) {
      double at = Math.min(y.at(last(line)) + 4, above - LABEL_GAP);
      svg.group(line.format());
      svg.text(x.at(line.points().lastKey()) + NAME_GAP, at, "start", "name", line.name());
      svg.endGroup();
      above = at;
    }
  }

  private static double last(Line line) {
    return line.points().get(line.points().lastKey()).value();
  }
}
