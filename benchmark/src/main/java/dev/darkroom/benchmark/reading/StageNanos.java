package dev.darkroom.benchmark.reading;

import dev.darkroom.benchmark.results.Stage;
import java.util.Arrays;

/** How long each stage of one image took. Not thread-safe. */
final class StageNanos {
  private static final Stage[] STAGES = Stage.values();
  private static final long ABSENT = -1;

  private final long[] nanos = new long[STAGES.length];

  StageNanos() {
    Arrays.fill(nanos, ABSENT);
  }

  void set(Stage stage, long value) {
    nanos[stage.ordinal()] = value;
  }

  boolean has(Stage stage) {
    return nanos[stage.ordinal()] != ABSENT;
  }

  long get(Stage stage) {
    return nanos[stage.ordinal()];
  }
}
