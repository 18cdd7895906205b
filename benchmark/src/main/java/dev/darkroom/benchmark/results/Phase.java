package dev.darkroom.benchmark.results;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Whether a trial counts. */
public enum Phase {
  /** Warms up code, connections and caches; kept, and never part of a statistic. */
  WARMUP,
  /** Counts. */
  MEASURED;

  /** The name in files and on the command line. */
  @JsonValue
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
