package dev.darkroom.benchmark.report.plot;

import dev.darkroom.benchmark.report.markup.Markup;
import dev.darkroom.benchmark.statistics.Estimate;
import dev.darkroom.benchmark.statistics.Interval;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.stream.DoubleStream;

/** Estimates with their intervals, a row each, on a scale of equal ratios. */
public final class IntervalPlot {
  private static final double WIDTH = 430;
  private static final double RIGHT = 372;
  private static final double NAME_GAP = 10;
  private static final double TOP = 8;
  private static final double ROW = 22;
  private static final double GROUP_GAP = 5;

  private IntervalPlot() {}

  /** One row. */
  public static final class Row {
    private final String format;
    private final String group;
    private final String name;
    private final Estimate estimate;
    private final double[] sample;

    /**
     * Makes a row.
     *
     * @param format the class of its colour
     * @param group what rows beside each other have in common; told at the first one
     * @param sample what it was estimated from, shown as dots; may be empty
     */
    public Row(String format, String group, String name, Estimate estimate, double... sample) {
      this.format = format;
      this.group = group;
      this.name = name;
      this.estimate = estimate;
      this.sample = sample.clone();
    }

    private DoubleStream values() {
      Interval interval = estimate.interval();
      DoubleStream ends =
          interval == null
              ? DoubleStream.empty()
              : DoubleStream.of(interval.low(), interval.high());
      return DoubleStream.concat(
          DoubleStream.concat(ends, DoubleStream.of(estimate.value())), DoubleStream.of(sample));
    }
  }

  /**
   * Draws it.
   *
   * @param reference a value that is told apart by a line from top to bottom
   * @param label how an estimate is written at the end of its row
   */
  public static void draw(
      Markup out,
      String id,
      String title,
      String description,
      String unit,
      List<Row> rows,
      OptionalDouble reference,
      DoubleFunction<String> label) {
    double bottom = bottom(rows);
    Svg svg = new Svg(out, id, title, description, WIDTH, bottom + 36);
    double groups = width(rows, row -> row.group);
    double left = groups + (groups > 0 ? NAME_GAP : 0) + width(rows, row -> row.name) + NAME_GAP;
    double[] values =
        DoubleStream.concat(reference.stream(), rows.stream().flatMapToDouble(Row::values))
            .toArray();
    Scale x =
        Scale.logarithmic(
            DoubleStream.of(values).min().orElseThrow(),
            DoubleStream.of(values).max().orElseThrow(),
            left,
            RIGHT);
    Axes.gridDown(svg, x, TOP, bottom);
    Axes.rightwards(svg, x, bottom, unit);
    if (reference.isPresent()) {
      svg.group("axis");
      double at = x.at(reference.getAsDouble());
      svg.line(at, TOP, at, bottom, "reference");
      svg.endGroup();
    }
    double y = TOP - GROUP_GAP;
    String group = null;
    for (Row row : rows) {
      if (!row.group.equals(group)) {
        y += GROUP_GAP;
        svg.text(0, y + ROW / 2 + 4, "start", "label", row.group);
        group = row.group;
      }
      row(svg, x, y + ROW / 2, row, label);
      y += ROW;
    }
    svg.close();
  }

  private static double bottom(List<Row> rows) {
    long groups = rows.stream().map(row -> row.group).distinct().count();
    return TOP + ROW * rows.size() + GROUP_GAP * (groups - 1) + 4;
  }

  private static double width(List<Row> rows, Function<Row, String> text) {
    return rows.stream().mapToDouble(row -> Axes.width(text.apply(row))).max().orElse(0);
  }

  private static void row(Svg svg, Scale x, double y, Row row, DoubleFunction<String> label) {
    svg.group(row.format);
    svg.text(x.from() - NAME_GAP, y + 4, "end", "name", row.name);
    for (double value : row.sample) {
      svg.line(x.at(value), y - 6, x.at(value), y + 6, "rug");
    }
    Interval interval = row.estimate.interval();
    if (interval != null) {
      svg.line(x.at(interval.low()), y, x.at(interval.high()), y, "whisker wide");
    }
    double value = row.estimate.value();
    svg.circle(x.at(value), y, 5, "mark", label.apply(value));
    svg.text(RIGHT + NAME_GAP, y + 4, "start", "value", label.apply(value));
    svg.endGroup();
  }
}
