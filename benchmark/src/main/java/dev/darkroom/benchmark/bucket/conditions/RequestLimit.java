package dev.darkroom.benchmark.bucket.conditions;

import java.util.concurrent.TimeUnit;

/** A rate of requests, with bursts of a tenth of a second's number. Thread-safe. */
final class RequestLimit {
  private static final long BURST_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  private final long nanosPerRequest;
  private long due = Long.MIN_VALUE;

  RequestLimit(double requestsPerSecond) {
    this.nanosPerRequest = (long) (1e9 / requestsPerSecond);
  }

  /** Whether one more request is within the limit; if so, it counts. */
  synchronized boolean allows(long now) {
    long next = Math.max(due, now) + nanosPerRequest;
    if (next > now + Math.max(BURST_NANOS, nanosPerRequest)) {
      return false;
    }
    due = next;
    return true;
  }
}
