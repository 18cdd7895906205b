package dev.darkroom.benchmark.reading;

import java.util.concurrent.TimeUnit;

/**
 * Instants that never run backwards within a process: the wall clock as it was once, and monotonic
 * time since. Between machines they differ as far as the machines' wall clocks did.
 */
public final class AnchoredClock {
  private static final long WALL_MICROS =
      TimeUnit.MILLISECONDS.toMicros(System.currentTimeMillis());
  private static final long NANOS = System.nanoTime();

  private AnchoredClock() {}

  /** Microseconds of the epoch. */
  public static long epochMicros() {
    return WALL_MICROS + TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - NANOS);
  }

  /** Milliseconds of the epoch. */
  public static long epochMillis() {
    return TimeUnit.MICROSECONDS.toMillis(epochMicros());
  }
}
