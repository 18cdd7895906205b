package dev.darkroom.benchmark.report.summary;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.darkroom.benchmark.statistics.Estimate;
import dev.darkroom.benchmark.statistics.Interval;
import java.util.Locale;

/** What a comparison comes to. */
public enum Verdict {
  /** Chance explains it. */
  NO_DIFFERENCE("no difference"),
  /** Chance does not, but a difference within the threshold does. */
  WITHIN_THRESHOLD("within " + Math.round(100 * (Verdict.THRESHOLD - 1)) + " %"),
  /** Neither does, and rates here are higher. */
  FASTER("faster"),
  /** Neither does, and rates here are lower. */
  SLOWER("slower");

  /** By what ratio two runs may differ with nothing changed: hours differ, even on one machine. */
  public static final double THRESHOLD = 1.05;

  private static final double SIGNIFICANT = 1 - Interval.CONFIDENCE;

  private final String title;

  Verdict(String title) {
    this.title = title;
  }

  static Verdict of(Estimate ratio, double p, double pBeyondThreshold) {
    if (pBeyondThreshold < SIGNIFICANT) {
      return ratio.value() > 1 ? FASTER : SLOWER;
    }
    return p < SIGNIFICANT ? WITHIN_THRESHOLD : NO_DIFFERENCE;
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
