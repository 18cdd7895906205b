package dev.darkroom.benchmark.report.plot;

import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.ListMultimap;
import com.google.common.collect.Lists;
import dev.darkroom.benchmark.report.markup.Markup;
import dev.darkroom.benchmark.report.summary.Numbers;
import dev.darkroom.benchmark.statistics.CurveFit;
import dev.darkroom.benchmark.statistics.Interval;
import dev.darkroom.benchmark.statistics.LinearFit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.DoubleUnaryOperator;
import javax.annotation.Nullable;

/** Throughput by one predictor: every trial, the means, and what was fitted to them. */
public final class FitPlot {
  private static final double WIDTH = 260;
  private static final double HEIGHT = 200;
  private static final double LEFT = 60;
  private static final double RIGHT = 250;
  private static final double TOP = 20;
  private static final double BOTTOM = 162;
  private static final int STEPS = 40;

  private final Svg svg;
  private final Scale x;
  private final Scale y;
  private final double first;
  private final double last;

  private FitPlot(Svg svg, double[] x, double highest) {
    this.svg = svg;
    this.first = Arrays.stream(x).min().orElseThrow();
    this.last = Arrays.stream(x).max().orElseThrow();
    List<Double> levels = new ArrayList<>();
    Arrays.stream(x).distinct().sorted().forEach(levels::add);
    Scale wide = Scale.fromZero(last * 1.04, 5, LEFT, RIGHT);
    this.x = levels.size() <= 6 ? wide.withTicks(levels) : wide;
    this.y = Scale.fromZero(highest, 4, BOTTOM, TOP);
  }

  /**
   * Draws it.
   *
   * @param format the class of its colour
   * @param highest the highest rate of all charts beside it, so that they share a scale
   * @param unit what the predictor counts
   */
  public static void draw(
      Markup out,
      String id,
      String title,
      String description,
      String format,
      String unit,
      double[] x,
      double[] y,
      LinearFit line,
      @Nullable CurveFit curve,
      double highest) {
    Svg svg = new Svg(out, id, title, description, WIDTH, HEIGHT);
    FitPlot plot = new FitPlot(svg, x, highest);
    Axes.upwards(svg, plot.y, LEFT, RIGHT, "images/s");
    Axes.rightwards(svg, plot.x, BOTTOM, unit);
    svg.group(format);
    plot.band(line::bandAt);
    plot.trials(x, y);
    plot.curve(line::at, "line");
    if (curve != null) {
      plot.curve(curve::at, "line dashed");
    }
    plot.means(x, y);
    svg.endGroup();
    svg.close();
  }

  private void band(DoubleFunction<Interval> band) {
    List<double[]> low = new ArrayList<>();
    List<double[]> high = new ArrayList<>();
    for (double value : x.between(first, last, STEPS)) {
      Interval interval = band.apply(value);
      low.add(new double[] {x.at(value), y.clamped(interval.low())});
      high.add(new double[] {x.at(value), y.clamped(interval.high())});
    }
    high.addAll(Lists.reverse(low));
    svg.area(high, "band");
  }

  private void curve(DoubleUnaryOperator curve, String cssClass) {
    List<double[]> points = new ArrayList<>();
    for (double value : x.between(first, last, STEPS)) {
      points.add(new double[] {x.at(value), y.clamped(curve.applyAsDouble(value))});
    }
    svg.path(points, cssClass);
  }

  private void trials(double[] xs, double[] ys) {
    for (int i = 0; i < xs.length; i++) {
      svg.circle(x.at(xs[i]), y.at(ys[i]), 2, "mark faint");
    }
  }

  private void means(double[] xs, double[] ys) {
    ListMultimap<Double, Double> levels = ArrayListMultimap.create();
    for (int i = 0; i < xs.length; i++) {
      levels.put(xs[i], ys[i]);
    }
    for (Double level : levels.keySet()) {
      double mean = levels.get(level).stream().mapToDouble(v -> v).average().orElseThrow();
      String told = "mean " + Numbers.amount(mean) + " images/s at " + Numbers.amount(level);
      svg.circle(x.at(level), y.at(mean), 4, "mark mean", told);
    }
  }
}
