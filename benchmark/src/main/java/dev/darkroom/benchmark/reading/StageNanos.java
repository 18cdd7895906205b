package dev.darkroom.benchmark.reading;

import dev.darkroom.benchmark.results.Stage;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.BiConsumer;

/** How long each stage of one image took. Not thread-safe. */
final class StageNanos {
  private final Map<Stage, Long> nanos = new EnumMap<>(Stage.class);

  void set(Stage stage, long value) {
    nanos.put(stage, value);
  }

  boolean has(Stage stage) {
    return nanos.containsKey(stage);
  }

  /** Goes over the stages that occurred. */
  void forEach(BiConsumer<Stage, Long> action) {
    nanos.forEach(action);
  }
}
