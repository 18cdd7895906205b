package dev.darkroom.benchmark.report.plot;

import dev.darkroom.benchmark.report.markup.Markup;
import dev.darkroom.benchmark.report.summary.Numbers;
import java.util.List;
import java.util.Map;

/** The parts of a time as shares of a bar, and below it how long that time is among the others. */
public final class StackPlot {
  private static final double WIDTH = 430;
  private static final double ROW = 54;
  private static final double BAR_TOP = 18;
  private static final double BAR_BOTTOM = 38;
  private static final double WHOLE = 42;

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
    Svg svg = new Svg(out, id, title, description, WIDTH, ROW * bars.size());
    double longest = bars.stream().mapToDouble(Bar::total).max().orElseThrow();
    for (int i = 0; i < bars.size(); i++) {
      bar(svg, ROW * i, bars.get(i), longest);
    }
    svg.close();
  }

  private static void bar(Svg svg, double top, Bar bar, double longest) {
    svg.group(bar.format);
    svg.text(0, top + 12, "start", "name", bar.name);
    svg.text(WIDTH, top + 12, "end", "value", Numbers.micros(bar.total()));
    double begin = 0;
    int shade = 0;
    for (Map.Entry<String, Double> part : bar.parts.entrySet()) {
      double end = begin + WIDTH * part.getValue() / bar.total();
      String name = part.getKey();
      String told = name + " " + Numbers.micros(part.getValue());
      svg.box(begin, top + BAR_TOP, end, top + BAR_BOTTOM, "mark shade" + shade, told);
      String shown = Axes.width(told) + 8 < end - begin ? told : name;
      if (Axes.width(shown) < end - begin) {
        svg.text((begin + end) / 2, top + 32, "middle", "inside shade" + shade, shown);
      }
      begin = end;
      shade++;
    }
    svg.box(0, top + WHOLE, WIDTH * bar.total() / longest, top + WHOLE + 2, "mark", "");
    svg.endGroup();
  }
}
