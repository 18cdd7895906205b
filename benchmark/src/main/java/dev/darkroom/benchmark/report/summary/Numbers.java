package dev.darkroom.benchmark.report.summary;

import dev.darkroom.benchmark.statistics.Estimate;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Numbers as people read them: three significant digits, and no more than they are worth. */
public final class Numbers {
  private static final MathContext THREE_DIGITS = new MathContext(3);
  private static final double LEAST_P = 0.001;

  private Numbers() {}

  /** A rate or an amount: {@code 0.0123}, {@code 4.56}, {@code 12.3}, {@code 9,980}. */
  public static String amount(double value) {
    BigDecimal rounded = new BigDecimal(value).round(THREE_DIGITS);
    int decimals = Math.max(0, Math.min(rounded.scale(), 6));
    return String.format(Locale.ROOT, "%,." + decimals + "f", rounded);
  }

  /** A ratio, with two digits: {@code 0.92}, {@code 4.6}, {@code 46}. */
  public static String ratio(double value) {
    int decimals = value < 1.95 ? 2 : value < 9.95 ? 1 : 0;
    return String.format(Locale.ROOT, "%,." + decimals + "f", value);
  }

  /** An estimate of a ratio with its interval, as far as there is one. */
  public static String ratio(Estimate estimate) {
    String value = ratio(estimate.value()) + " ×";
    return estimate.interval() == null
        ? value + " (one trial, no interval)"
        : value
            + String.format(
                " (95 %% %s–%s)",
                ratio(estimate.interval().low()), ratio(estimate.interval().high()));
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
