package dev.darkroom.transforms.planning;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;
import dev.darkroom.transforms.rejection.Reason;
import java.util.List;
import java.util.Optional;

/** What became of the sampled files of one stratum. Immutable. */
@AutoValue
abstract class Trial {
  /** What became of one file. */
  @AutoValue
  abstract static class Outcome {
    /** Bytes of the record in its shard; 0 if there is none. */
    abstract long bytes();

    /** Processor time of its conversion, in seconds. */
    abstract double cpuSeconds();

    abstract Optional<Reason> rejection();

    static Outcome of(long bytes, double cpuSeconds, Optional<Reason> rejection) {
      return new AutoValue_Trial_Outcome(bytes, cpuSeconds, rejection);
    }
  }

  /** How many files the stratum has. */
  abstract long images();

  /** The sampled ones. */
  abstract ImmutableList<Outcome> outcomes();

  static Trial of(long images, List<Outcome> outcomes) {
    return new AutoValue_Trial(images, ImmutableList.copyOf(outcomes));
  }

  /** How many files each of the sampled ones stands for. */
  final double weight() {
    return (double) images() / outcomes().size();
  }
}
