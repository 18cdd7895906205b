package dev.darkroom.benchmark.bucket.conditions;

/** What one request meets. Immutable. */
public final class Fate {
  private final Fault fault;
  private final double portion;
  private final long latencyNanos;

  Fate(Fault fault, double portion, long latencyNanos) {
    this.fault = fault;
    this.portion = portion;
    this.latencyNanos = latencyNanos;
  }

  /** What happens to it. */
  public Fault fault() {
    return fault;
  }

  /** How many of so many bytes are sent when the response is cut: less than all of them. */
  public long cut(long bytes) {
    return (long) (portion * bytes);
  }

  /** How long the first byte is held back. */
  public long latencyNanos() {
    return latencyNanos;
  }
}
