package dev.darkroom.benchmark.results;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Whether the operating system held the data in memory. */
public enum PageCache {
  /** All of it, read just before. */
  WARM,
  /** None of it, dropped just before. */
  DROPPED,
  /** Nobody knows. */
  UNKNOWN,
  /** The data came over a network from a store that has caches of its own. */
  REMOTE;

  /** The name in files and on the command line. */
  @JsonValue
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
