package dev.darkroom.benchmark.report.summary;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.darkroom.benchmark.statistics.Estimate;
import dev.darkroom.benchmark.statistics.Interval;
import java.util.Locale;

/** What a comparison comes to. */
public enum Verdict {
  /** Chance explains it: p is 0.05 or more. */
  NO_DIFFERENCE("no difference"),
  /** Chance does not, but it may be smaller than what two runs differ by anyway. */
  BELOW_THRESHOLD("below " + Math.round(100 * Verdict.THRESHOLD) + " %"),
  /** The other one is faster. */
  FASTER("faster"),
  /** The other one is slower. */
  SLOWER("slower");

  /**
   * Differences up to this are not told of as faster or slower: the machine alone makes them
   * between one hour and the next.
   */
  public static final double THRESHOLD = 0.05;

  private static final double SIGNIFICANT = 1 - Interval.CONFIDENCE;

  private final String title;

  Verdict(String title) {
    this.title = title;
  }

  static Verdict of(Estimate ratio, double p) {
    if (p >= SIGNIFICANT) {
      return NO_DIFFERENCE;
    }
    if (Math.abs(ratio.value() - 1) <= THRESHOLD) {
      return BELOW_THRESHOLD;
    }
    return ratio.value() > 1 ? FASTER : SLOWER;
  }

  /** As people read it. */
  public String title() {
    return title;
  }

  /** The name in files. */
  @JsonValue
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
