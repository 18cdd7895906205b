package dev.darkroom.benchmark.report.summary;

import dev.darkroom.benchmark.statistics.Estimate;
import dev.darkroom.benchmark.statistics.Interval;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.function.DoubleFunction;
import javax.annotation.Nullable;

/** Numbers as people read them: three significant digits, and no more than they are worth. */
public final class Numbers {
  private static final MathContext THREE_DIGITS = new MathContext(3);
  private static final int MOST_DECIMALS = 6;
  private static final double LEAST_P = 0.001;

  private Numbers() {}

  /** A rate or an amount: {@code 0.0123}, {@code 4.56}, {@code 12.3}, {@code 9,980}. */
  public static String amount(double value) {
    BigDecimal rounded = value(value);
    return fixed(rounded, decimals(rounded.scale()));
  }

  /** A number that is exact, such as a price: {@code 0.05}, {@code 12}. */
  public static String exact(double value) {
    BigDecimal plain = BigDecimal.valueOf(value).stripTrailingZeros();
    return fixed(plain, Math.max(0, plain.scale()));
  }

  /** An estimate with its interval, as far as there is one: {@code 12.3 (11.9–12.8)}. */
  public static String amount(Estimate estimate) {
    return amount(estimate.value(), estimate.interval());
  }

  /** The same; all three have the decimals that the largest of them needs. */
  public static String amount(double value, @Nullable Interval interval) {
    if (interval == null) {
      return amount(value);
    }
    double largest = Math.max(Math.abs(interval.low()), Math.abs(interval.high()));
    int scale = value(Math.max(largest, Math.abs(value))).scale();
    DoubleFunction<String> format =
        each ->
            fixed(new BigDecimal(each).setScale(scale, RoundingMode.HALF_EVEN), decimals(scale));
    return format.apply(value) + " (" + range(interval, format) + ")";
  }

  private static String range(Interval interval, DoubleFunction<String> format) {
    boolean negative = interval.low() < 0;
    return format.apply(interval.low()) + (negative ? " to " : "–") + format.apply(interval.high());
  }

  private static BigDecimal value(double value) {
    return new BigDecimal(value).round(THREE_DIGITS);
  }

  private static int decimals(int scale) {
    return Math.max(0, Math.min(scale, MOST_DECIMALS));
  }

  private static String fixed(BigDecimal value, int decimals) {
    String digits = String.format(Locale.ROOT, "%,." + decimals + "f", value);
    boolean zero = digits.chars().noneMatch(digit -> digit >= '1' && digit <= '9');
    return zero ? digits.replace("-", "") : digits.replace('-', '−');
  }

  /** A ratio, with two digits, or two decimals near 1: {@code 0.92}, {@code 4.6}, {@code 46}. */
  public static String ratio(double value) {
    return ratio(value, ratioDecimals(value));
  }

  private static String ratio(double value, int decimals) {
    return String.format(Locale.ROOT, "%,." + decimals + "f", value);
  }

  private static int ratioDecimals(double value) {
    return value < 1.995 ? 2 : value < 9.95 ? 1 : 0;
  }

  /** A ratio with its interval, as far as there is one: {@code 4.6 (4.2–5.0)}. */
  public static String ratio(Estimate estimate) {
    int decimals = ratioDecimals(estimate.value());
    String value = ratio(estimate.value(), decimals);
    return estimate.interval() == null
        ? value
        : value + " (" + range(estimate.interval(), end -> ratio(end, decimals)) + ")";
  }

  /** A chance: {@code 0.023}, {@code < 0.001}. */
  public static String p(double p) {
    return p < LEAST_P ? "< 0.001" : String.format(Locale.ROOT, p < 0.1 ? "%.3f" : "%.2f", p);
  }

  /** Microseconds in the unit that suits them: {@code 12 µs}, {@code 3.4 ms}, {@code 1.2 s}. */
  public static String micros(double micros) {
    if (micros < 1e3) {
      return amount(micros) + " µs";
    }
    return micros < 1e6 ? amount(micros / 1e3) + " ms" : amount(micros / 1e6) + " s";
  }

  /** Seconds in the unit that suits them: {@code 34 ms}, {@code 12 s}, {@code 3.4 h}. */
  public static String seconds(double seconds) {
    if (seconds < 120) {
      return micros(seconds * 1e6);
    }
    return seconds < 7200 ? amount(seconds / 60) + " min" : amount(seconds / 3600) + " h";
  }

  /** Bytes in the decimal unit that suits them. */
  public static String bytes(double bytes) {
    if (bytes < 1e3) {
      return amount(bytes) + " B";
    }
    if (bytes < 1e6) {
      return amount(bytes / 1e3) + " kB";
    }
    return bytes < 1e9 ? amount(bytes / 1e6) + " MB" : amount(bytes / 1e9) + " GB";
  }
}
