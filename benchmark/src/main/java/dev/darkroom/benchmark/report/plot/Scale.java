package dev.darkroom.benchmark.report.plot;

import com.google.common.collect.ImmutableList;
import dev.darkroom.benchmark.report.summary.Numbers;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;

/** Where values go along one side of a chart, and which of them are marked. Immutable. */
final class Scale {
  private static final double NARROW = 4;
  private static final double WIDE = 150;
  private static final double[] STEPS = {1, 2, 2.5, 5, 10};

  private final boolean logarithmic;
  private final double low;
  private final double high;
  private final double from;
  private final double to;
  private final ImmutableList<Double> ticks;
  private final DoubleFunction<String> label;

  private Scale(
      boolean logarithmic,
      double low,
      double high,
      double from,
      double to,
      List<Double> ticks,
      DoubleFunction<String> label) {
    this.logarithmic = logarithmic;
    this.low = low;
    this.high = high;
    this.from = from;
    this.to = to;
    this.ticks = ImmutableList.copyOf(ticks);
    this.label = label;
  }

  /** From zero to a round number not below {@code highest}, with about {@code count} ticks. */
  static Scale fromZero(double highest, int count, double from, double to) {
    double step = step(highest / count);
    double high = step * Math.ceil(highest / step - 1e-9);
    List<Double> ticks = new ArrayList<>();
    for (int i = 0; i * step <= high * (1 + 1e-9); i++) {
      ticks.add(rounded(i * step));
    }
    return new Scale(false, 0, high, from, to, ticks, Numbers::exact);
  }

  private static double step(double atLeast) {
    double magnitude = Math.pow(10, Math.floor(Math.log10(atLeast)));
    for (double step : STEPS) {
      if (step * magnitude >= atLeast * (1 - 1e-9)) {
        return step * magnitude;
      }
    }
    throw new AssertionError("the last step is the next magnitude");
  }

  /** A scale on which equal ratios are equally far apart, a little wider than the values. */
  static Scale logarithmic(double lowest, double highest, double from, double to) {
    double low = lowest / 1.15;
    double high = highest * 1.15;
    List<Double> ticks = new ArrayList<>();
    if (high / low < NARROW) {
      return new Scale(true, low, high, from, to, evenTicks(low, high), Numbers::exact);
    }
    double[] digits = high / low > WIDE ? new double[] {1} : new double[] {1, 2, 5};
    for (int power = (int) Math.floor(Math.log10(low)); power <= Math.log10(high); power++) {
      for (double digit : digits) {
        double tick = rounded(digit * Math.pow(10, power));
        if (tick >= low && tick <= high) {
          ticks.add(tick);
        }
      }
    }
    return new Scale(true, low, high, from, to, ticks, Numbers::exact);
  }

  /** Without what binary fractions add. */
  private static double rounded(double tick) {
    return new BigDecimal(tick).round(new MathContext(6)).doubleValue();
  }

  private static List<Double> evenTicks(double low, double high) {
    double step = step((high - low) / 4);
    List<Double> ticks = new ArrayList<>();
    for (double number = Math.ceil(low / step); number * step <= high; number++) {
      ticks.add(rounded(number * step));
    }
    return ticks;
  }

  /** The same with ticks where they are wanted. */
  Scale withTicks(List<Double> wanted) {
    return new Scale(logarithmic, low, high, from, to, wanted, label);
  }

  /** The same with labels as they are wanted. */
  Scale withLabels(DoubleFunction<String> wanted) {
    return new Scale(logarithmic, low, high, from, to, ticks, wanted);
  }

  double at(double value) {
    double share =
        logarithmic ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low);
    return from + share * (to - from);
  }

  /** The same within the ends. */
  double clamped(double value) {
    return at(Math.min(high, Math.max(low, value)));
  }

  ImmutableList<Double> ticks() {
    return ticks;
  }

  String label(double tick) {
    return label.apply(tick);
  }

  double from() {
    return from;
  }

  double to() {
    return to;
  }

  /** Values evenly spread over the length of the scale, between two of its values. */
  List<Double> between(double first, double last, int count) {
    List<Double> values = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double share = i / (count - 1.0);
      values.add(
          logarithmic ? first * Math.pow(last / first, share) : first + share * (last - first));
    }
    return values;
  }
}
