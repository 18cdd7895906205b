package dev.darkroom.benchmark.report.plot;

import dev.darkroom.benchmark.report.markup.Markup;
import dev.darkroom.benchmark.report.summary.Numbers;
import java.util.List;
import java.util.Map;

/** Parts of a time, side by side in a bar for each row, and told in words below it. */
public final class StackPlot {
  private static final double WIDTH = 520;
  private static final double LEFT = 4;
  private static final double RIGHT = 500;
  private static final double TOP = 4;
  private static final double ROW = 50;
  private static final double BAR = 16;

  private StackPlot() {}

  /** One bar. */
  public static final class Bar {
    private final String format;
    private final String name;
    private final Map<String, Double> parts;

    /**
     * Makes a bar.
     *
     * @param format the class of its colour
     * @param parts microseconds by the part's name, in the order in which they are drawn
     */
    public Bar(String format, String name, Map<String, Double> parts) {
      this.format = format;
      this.name = name;
      this.parts = parts;
    }

    private double total() {
      return parts.values().stream().mapToDouble(part -> part).sum();
    }
  }

  /** Draws it. */
  public static void draw(Markup out, String id, String title, String description, List<Bar> bars) {
    double bottom = TOP + ROW * bars.size();
    Svg svg = new Svg(out, id, title, description, WIDTH, bottom + 34);
    double longest = bars.stream().mapToDouble(Bar::total).max().orElseThrow();
    Scale x = Scale.fromZero(longest, 5, LEFT, RIGHT).withLabels(Numbers::micros);
    Axes.rightwards(svg, x, bottom, "time of an image");
    for (int i = 0; i < bars.size(); i++) {
      bar(svg, x, TOP + ROW * i, bars.get(i));
    }
    svg.close();
  }

  private static void bar(Svg svg, Scale x, double top, Bar bar) {
    svg.group(bar.format);
    svg.text(LEFT, top + 12, "start", "name", bar.name);
    svg.text(RIGHT, top + 12, "end", "value", Numbers.micros(bar.total()));
    double begin = 0;
    int shade = 0;
    StringBuilder told = new StringBuilder();
    for (Map.Entry<String, Double> part : bar.parts.entrySet()) {
      double end = begin + part.getValue();
      String text = part.getKey() + " " + Numbers.micros(part.getValue());
      svg.box(x.at(begin), top + 17, x.at(end), top + 17 + BAR, "mark shade" + shade, text);
      if (x.at(end) - x.at(begin) > Axes.width(part.getKey()) + 6) {
        double middle = (x.at(begin) + x.at(end)) / 2;
        svg.text(middle, top + 29, "middle", "inside shade" + shade, part.getKey());
      }
      told.append(told.length() == 0 ? "" : " · ").append(text);
      begin = end;
      shade++;
    }
    svg.text(LEFT, top + 45, "start", "tick", told.toString());
    svg.endGroup();
  }
}
