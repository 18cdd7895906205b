package dev.darkroom.benchmark.bucket.conditions;

import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long a response's first byte is held back, drawn for each request. Immutable. */
public final class Latency {
  private static final double NANOS_PER_MILLI = TimeUnit.MILLISECONDS.toNanos(1);

  /** The 99th percentile of the standard normal distribution. */
  private static final double NORMAL_P99 = 2.3263478740408408;

  private static final String NUMBER = "(\\d+(?:\\.\\d+)?)";
  private static final Pattern FIXED = Pattern.compile(NUMBER);
  private static final Pattern TWO =
      Pattern.compile("(uniform|lognormal):" + NUMBER + "," + NUMBER);

  private final String text;
  private final ToDoubleFunction<SplittableRandom> millis;

  private Latency(String text, ToDoubleFunction<SplittableRandom> millis) {
    this.text = text;
    this.millis = millis;
  }

  /** Always the same. */
  public static Latency fixed(double millis) {
    requireOrdered(0, millis);
    return new Latency(number(millis), random -> millis);
  }

  /** Anything between two times, with equal probability. */
  public static Latency uniform(double least, double most) {
    requireOrdered(least, most);
    return new Latency(
        "uniform:" + number(least) + "," + number(most),
        random -> least + (most - least) * random.nextDouble());
  }

  /**
   * Mostly near the median, at times much longer, as object stores are.
   *
   * @param p99 what 99 in 100 requests stay below, in milliseconds
   */
  public static Latency lognormal(double median, double p99) {
    requireOrdered(Math.nextUp(0), median);
    requireOrdered(median, p99);
    double sigma = Math.log(p99 / median) / NORMAL_P99;
    return new Latency(
        "lognormal:" + number(median) + "," + number(p99),
        random -> median * Math.exp(sigma * gaussian(random)));
  }

  /**
   * Reads {@code 80}, {@code uniform:60,100} or {@code lognormal:80,300}, in milliseconds.
   *
   * @throws IllegalArgumentException if it is neither
   */
  public static Latency parse(String text) {
    Matcher fixed = FIXED.matcher(text);
    if (fixed.matches()) {
      return fixed(Double.parseDouble(text));
    }
    Matcher two = TWO.matcher(text);
    if (two.matches()) {
      double first = Double.parseDouble(two.group(2));
      double second = Double.parseDouble(two.group(3));
      return two.group(1).equals("uniform") ? uniform(first, second) : lognormal(first, second);
    }
    throw new IllegalArgumentException(
        "latency is 80, uniform:60,100 or lognormal:80,300 in milliseconds, not " + text);
  }

  long nanos(SplittableRandom random) {
    return Math.round(millis.applyAsDouble(random) * NANOS_PER_MILLI);
  }

  /** What {@link #parse} reads. */
  @Override
  public String toString() {
    return text;
  }

  /** By Box and Muller; the JDK's generator has its own from Java 17 on only. */
  private static double gaussian(SplittableRandom random) {
    double radius = Math.sqrt(-2 * Math.log(1 - random.nextDouble()));
    return radius * Math.cos(2 * Math.PI * random.nextDouble());
  }

  private static void requireOrdered(double low, double high) {
    if (!(low >= 0 && low <= high && high < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "latency must not be negative, nor its second value below its first: "
              + number(low)
              + ", "
              + number(high));
    }
  }

  private static String number(double value) {
    return value == Math.rint(value)
        ? String.format(Locale.ROOT, "%.0f", value)
        : Double.toString(value);
  }
}
