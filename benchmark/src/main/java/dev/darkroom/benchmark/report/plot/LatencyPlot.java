package dev.darkroom.benchmark.report.plot;

import dev.darkroom.benchmark.report.markup.Markup;
import dev.darkroom.benchmark.report.summary.Numbers;
import java.util.List;
import java.util.stream.DoubleStream;

/** How times are spread, a strip each: all of them, the middle, the slow ones. */
public final class LatencyPlot {
  private static final double WIDTH = 430;
  private static final double LEFT = 84;
  private static final double RIGHT = 366;
  private static final double TOP = 8;
  private static final double STRIP = 19;
  private static final double SPACE = 9;

  private LatencyPlot() {}

  /** One strip, in microseconds. */
  public static final class Strip {
    private final String format;
    private final String name;
    private final boolean first;
    private final double[] times;

    /**
     * Makes a strip.
     *
     * @param format the class of its colour
     * @param name what is written at its left
     * @param first whether there is a space above it
     */
    public Strip(
        String format,
        String name,
        boolean first,
        double min,
        double p50,
        double p90,
        double p99,
        double max) {
      this.format = format;
      this.name = name;
      this.first = first;
      this.times = new double[] {min, p50, p90, p99, max};
    }
  }

  /** Draws it. Times below a microsecond stand at one. */
  public static void draw(
      Markup out, String id, String title, String description, List<Strip> strips) {
    double height = TOP;
    for (Strip strip : strips) {
      height += STRIP + (strip.first ? SPACE : 0);
    }
    Svg svg = new Svg(out, id, title, description, WIDTH, height + 36);
    double longest =
        strips.stream().flatMapToDouble(s -> DoubleStream.of(s.times)).max().orElseThrow();
    double shortest =
        strips.stream().flatMapToDouble(s -> DoubleStream.of(s.times)).min().orElseThrow();
    Scale x =
        Scale.logarithmic(Math.max(1, shortest), Math.max(10, longest), LEFT, RIGHT)
            .withLabels(Numbers::micros);
    Axes.gridDown(svg, x, TOP, height);
    Axes.rightwards(svg, x, height, "time of one occurrence");
    double y = TOP;
    for (Strip strip : strips) {
      y += strip.first ? SPACE : 0;
      strip(svg, x, y + STRIP / 2, strip);
      y += STRIP;
    }
    svg.close();
  }

  private static void strip(Svg svg, Scale x, double y, Strip strip) {
    double[] t = strip.times;
    svg.group(strip.format);
    if (strip.first) {
      svg.text(0, y + 4, "start", "label", strip.name);
    }
    svg.line(x.clamped(t[0]), y, x.clamped(t[4]), y, "whisker");
    String told =
        String.format(
            "%s: median %s, 90 %% %s, 99 %% %s",
            strip.name, Numbers.micros(t[1]), Numbers.micros(t[2]), Numbers.micros(t[3]));
    svg.box(x.clamped(t[1]), y - 4, x.clamped(t[2]), y + 4, "mark soft", told);
    svg.line(x.clamped(t[3]), y - 5, x.clamped(t[3]), y + 5, "whisker wide");
    svg.circle(x.clamped(t[1]), y, 4, "mark", told);
    svg.text(RIGHT + 10, y + 4, "start", "value", Numbers.micros(t[1]));
    svg.endGroup();
  }
}
