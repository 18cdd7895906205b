package dev.darkroom.benchmark.report.plot;

import dev.darkroom.benchmark.report.markup.Markup;
import java.util.List;
import java.util.Locale;

/**
 * A chart being drawn. Colours come from the page's style by class; {@code mark} is the class of
 * all that stands for data. Not thread-safe.
 */
final class Svg {
  private final Markup out;

  /**
   * Begins a chart.
   *
   * @param id unique among the charts of the page
   * @param title what it shows, for those who cannot see it
   * @param description what it says, for the same
   */
  Svg(Markup out, String id, String title, String description, double width, double height) {
    this.out = out;
    String chart = "chart-" + id;
    out.open(
        "svg",
        "xmlns",
        "http://www.w3.org/2000/svg",
        "class",
        "plot",
        "id",
        chart,
        "viewBox",
        "0 0 " + number(width) + " " + number(height),
        "role",
        "img",
        "aria-labelledby",
        chart + "-title " + chart + "-desc");
    out.leaf("title", title, "id", chart + "-title");
    out.leaf("desc", description, "id", chart + "-desc");
  }

  /** Ends it. */
  void close() {
    out.close();
  }

  /** Begins a group, whose class its content inherits from. */
  void group(String cssClass) {
    out.open("g", "class", cssClass);
  }

  /** Ends the innermost group. */
  void endGroup() {
    out.close();
  }

  void circle(double x, double y, double radius, String cssClass) {
    out.open("circle", "class", cssClass, "cx", number(x), "cy", number(y), "r", number(radius))
        .close();
  }

  /** A circle that tells its value when pointed at. */
  void circle(double x, double y, double radius, String cssClass, String told) {
    out.open("circle", "class", cssClass, "cx", number(x), "cy", number(y), "r", number(radius))
        .leaf("title", told)
        .close();
  }

  void line(double x1, double y1, double x2, double y2, String cssClass) {
    out.open(
            "line",
            "class",
            cssClass,
            "x1",
            number(x1),
            "y1",
            number(y1),
            "x2",
            number(x2),
            "y2",
            number(y2))
        .close();
  }

  /** A rectangle between two corners, in any order. */
  void box(double x1, double y1, double x2, double y2, String cssClass, String told) {
    out.open(
            "rect",
            "class",
            cssClass,
            "x",
            number(Math.min(x1, x2)),
            "y",
            number(Math.min(y1, y2)),
            "width",
            number(Math.abs(x2 - x1)),
            "height",
            number(Math.abs(y2 - y1)))
        .leaf("title", told)
        .close();
  }

  /** A line through points. */
  void path(List<double[]> points, String cssClass) {
    out.open("path", "class", cssClass, "d", "M" + join(points)).close();
  }

  /** The area that points enclose. */
  void area(List<double[]> points, String cssClass) {
    out.open("path", "class", cssClass, "d", "M" + join(points) + "Z").close();
  }

  /** Text whose begin, middle or end is at a point. */
  void text(double x, double y, String anchor, String cssClass, String text) {
    out.leaf(
        "text", text, "class", cssClass, "x", number(x), "y", number(y), "text-anchor", anchor);
  }

  private static String join(List<double[]> points) {
    StringBuilder path = new StringBuilder();
    for (double[] point : points) {
      path.append(path.length() == 0 ? "" : "L").append(number(point[0])).append(' ');
      path.append(number(point[1]));
    }
    return path.toString();
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value).replaceFirst("\\.0$", "");
  }
}
