package dev.darkroom.benchmark.reader;

import com.google.auto.value.AutoValue;
import dev.darkroom.transforms.run.ProcessUsage;

/** One reading of a file. Immutable. */
@AutoValue
abstract class Reading {
  /** Records read. */
  abstract long records();

  /** Bytes of their payloads. */
  abstract long bytes();

  abstract double seconds();

  /** Processor time of all threads of the process meanwhile. */
  abstract double cpuSeconds();

  static Reading of(long records, long bytes, double seconds, double cpuSeconds) {
    return new AutoValue_Reading(records, bytes, seconds, cpuSeconds);
  }

  final double megabytesPerSecond() {
    return bytes() / 1e6 / seconds();
  }

  final double megabytesPerCpuSecond() {
    return bytes() / 1e6 / cpuSeconds();
  }

  /** Takes the time of a reading. Used once. */
  static final class Stopwatch {
    private final double cpuBefore = ProcessUsage.cpuSeconds();
    private final long before = System.nanoTime();

    /** The reading that ends now. */
    Reading stop(long records, long bytes) {
      double seconds = (System.nanoTime() - before) / 1e9;
      return of(records, bytes, seconds, ProcessUsage.cpuSeconds() - cpuBefore);
    }
  }
}
