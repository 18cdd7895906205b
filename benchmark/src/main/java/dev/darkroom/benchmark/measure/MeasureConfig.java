package dev.darkroom.benchmark.measure;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;
import java.util.List;

/** What the flags mean: validated, complete, and all that a run is made of. Immutable. */
@AutoValue
abstract class MeasureConfig {
  abstract MeasureSettings settings();

  abstract Plan plan();

  /** Warm-ups of each combination of format, depth, concurrency and order. */
  abstract int warmUps();

  /** Whether shards of both kinds hold the same images in the same places. */
  abstract boolean gzipLaidOutAlike();

  /** Whether workers run in this process. */
  abstract boolean inThisProcess();

  /** What the user should know before anything is measured, a sentence each. */
  abstract ImmutableList<String> notes();

  static MeasureConfig of(
      MeasureSettings settings,
      Plan plan,
      int warmUps,
      boolean gzipLaidOutAlike,
      boolean inThisProcess,
      List<String> notes) {
    return new AutoValue_MeasureConfig(
        settings, plan, warmUps, gzipLaidOutAlike, inThisProcess, ImmutableList.copyOf(notes));
  }
}
