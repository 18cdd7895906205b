package dev.darkroom.benchmark.report.plot;

/** Ticks, grid lines and names of both sides of a chart. */
final class Axes {
  private static final double GAP = 5;
  private static final double WIDTH_OF_LETTER = 7;

  private Axes() {}

  /** Values upwards: lines across the chart, labels at its left, and what they count on top. */
  static void upwards(Svg svg, Scale y, double left, double right, String unit) {
    svg.group("axis");
    for (double tick : y.ticks()) {
      svg.line(left, y.at(tick), right, y.at(tick), tick == 0 ? "base" : "grid");
      svg.text(left - GAP, y.at(tick) + 4, "end", "tick", y.label(tick));
    }
    svg.text(0, 11, "start", "unit", unit);
    svg.endGroup();
  }

  /** Values to the right: labels below the chart, and what they count at their end. */
  static void rightwards(Svg svg, Scale x, double bottom, String unit) {
    svg.group("axis");
    double end = Double.NEGATIVE_INFINITY;
    for (double tick : x.ticks()) {
      String label = x.label(tick);
      double half = width(label) / 2;
      svg.line(x.at(tick), bottom, x.at(tick), bottom + 3, "base");
      if (x.at(tick) - half > end + GAP) {
        svg.text(x.at(tick), bottom + 15, "middle", "tick", label);
        end = x.at(tick) + half;
      }
    }
    svg.text((x.from() + x.to()) / 2, bottom + 30, "middle", "unit", unit);
    svg.endGroup();
  }

  /** Lines from the top to the bottom of a chart whose values go to the right. */
  static void gridDown(Svg svg, Scale x, double top, double bottom) {
    svg.group("axis");
    for (double tick : x.ticks()) {
      svg.line(x.at(tick), top, x.at(tick), bottom, "grid");
    }
    svg.endGroup();
  }

  /** About how wide a text of a chart is, in whatever font the reader has. */
  static double width(String text) {
    return WIDTH_OF_LETTER * text.length();
  }
}
