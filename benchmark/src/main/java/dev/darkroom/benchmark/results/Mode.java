package dev.darkroom.benchmark.results;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What else ran while a trial ran. */
public enum Mode {
  /** Nothing: one trial at a time on the whole cluster. */
  ISOLATION,
  /** The same trial, several times at once. */
  CONTENTION,
  /** The whole set, read once, in parallel across the cluster. */
  SCAN;

  /** The name in files and on the command line. */
  @JsonValue
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
