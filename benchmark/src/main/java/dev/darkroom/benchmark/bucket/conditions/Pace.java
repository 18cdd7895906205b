package dev.darkroom.benchmark.bucket.conditions;

import java.util.concurrent.TimeUnit;

/**
 * A token bucket for bytes: tells when the next ones may pass. Whoever asks is served in turn, so
 * transfers that ask for pieces of one size, each after it was given the last one, share evenly.
 * Instants are those of {@link System#nanoTime}. Thread-safe.
 */
public final class Pace {
  /** What a timer that fires late may make up for. */
  private static final long CATCH_UP_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

  private final double nanosPerByte;
  private int transfers;
  private long paid;

  Pace(double bytesPerSecond) {
    this.nanosPerByte = 1e9 / bytesPerSecond;
  }

  /** A transfer begins; time in which there was none is lost. */
  public synchronized void begin(long now) {
    if (transfers++ == 0) {
      paid = now;
    }
  }

  /** A transfer ends. */
  public synchronized void end() {
    transfers--;
  }

  /** The instant at which so many more bytes have passed. */
  public synchronized long reserve(long bytes, long now) {
    paid = Math.max(paid, now - CATCH_UP_NANOS) + (long) (bytes * nanosPerByte);
    return paid;
  }
}
