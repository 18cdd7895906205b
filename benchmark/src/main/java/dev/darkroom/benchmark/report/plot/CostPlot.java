package dev.darkroom.benchmark.report.plot;

import dev.darkroom.benchmark.report.markup.Markup;
import dev.darkroom.benchmark.report.summary.Numbers;
import java.util.List;

/** What has been spent after so many epochs: what is paid once, and what each epoch adds. */
public final class CostPlot {
  private static final double WIDTH = 430;
  private static final double HEIGHT = 270;
  private static final double LEFT = 56;
  private static final double RIGHT = 330;
  private static final double TOP = 24;
  private static final double BOTTOM = 230;

  private CostPlot() {}

  /** One way to pay. */
  public static final class Way {
    private final String format;
    private final String name;
    private final double once;
    private final double each;

    /**
     * Makes one.
     *
     * @param format the class of its colour
     */
    public Way(String format, String name, double once, double each) {
      this.format = format;
      this.name = name;
      this.once = once;
      this.each = each;
    }

    private double after(double epochs) {
      return once + each * epochs;
    }
  }

  /**
   * Draws it.
   *
   * @param epochs how far to the right it goes
   * @param unit what is spent
   */
  public static void draw(
      Markup out,
      String id,
      String title,
      String description,
      String unit,
      List<Way> ways,
      double epochs) {
    Svg svg = new Svg(out, id, title, description, WIDTH, HEIGHT);
    double most = ways.stream().mapToDouble(way -> way.after(epochs)).max().orElseThrow();
    Scale x = Scale.fromZero(epochs, 5, LEFT, RIGHT);
    Scale y = Scale.fromZero(most, 4, BOTTOM, TOP);
    Axes.upwards(svg, y, LEFT, RIGHT, unit);
    Axes.rightwards(svg, x, BOTTOM, "epochs");
    for (Way way : ways) {
      svg.group(way.format);
      svg.path(
          List.of(
              new double[] {x.at(0), y.at(way.after(0))},
              new double[] {x.at(epochs), y.at(way.after(epochs))}),
          "line mark-line");
      String told = Numbers.amount(way.after(epochs)) + " after " + Numbers.amount(epochs);
      svg.circle(x.at(epochs), y.at(way.after(epochs)), 4, "mark", told);
      svg.text(x.at(epochs) + 10, y.at(way.after(epochs)) + 4, "start", "name", way.name);
      svg.endGroup();
    }
    svg.close();
  }
}
