package dev.darkroom.benchmark.bucket.conditions;

import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;

/** Conditions in force: they know how many requests and bytes they have seen. Thread-safe. */
public final class Regime {
  /** How long a paced piece takes to pass, unless that makes it very small or large. */
  private static final double PIECE_SECONDS = 0.005;

  private static final int LEAST_PIECE = 4 << 10;
  private static final int MOST_PIECE = 64 << 10;
  private static final int UNPACED_PIECE = 1 << 20;

  private final Conditions conditions;
  private final AtomicLong requests = new AtomicLong();
  private final RequestLimit limit;
  private final Pace sending;
  private final Pace receiving;

  /** Puts conditions in force. */
  public Regime(Conditions conditions) {
    this.conditions = conditions;
    this.limit = new RequestLimit(conditions.requestsPerSecond());
    this.sending = new Pace(conditions.totalBytesPerSecond());
    this.receiving = new Pace(conditions.totalBytesPerSecond());
  }

  /** What the next request meets. */
  public Fate next(long now) {
    SplittableRandom random =
        new SplittableRandom(conditions.seed() + requests.getAndIncrement() * 0x5851F42D4C957F2DL);
    Fault fault = fault(random.nextDouble());
    boolean heard = random.nextBoolean();
    double portion = random.nextDouble();
    long latency = conditions.latency().nanos(random);
    if (!limit.allows(now)) {
      fault = Fault.OVER_LIMIT;
    } else if (fault == Fault.RESET && !heard) {
      fault = Fault.RESET_UNHEARD;
    }
    return new Fate(fault, portion, latency);
  }

  private Fault fault(double drawn) {
    Faults faults = conditions.faults();
    double sum = faults.tooManyRequests();
    if (drawn < sum) {
      return Fault.TOO_MANY_REQUESTS;
    }
    sum += faults.unavailable();
    if (drawn < sum) {
      return Fault.UNAVAILABLE;
    }
    sum += faults.reset();
    if (drawn < sum) {
      return Fault.RESET;
    }
    return drawn < sum + faults.truncated() ? Fault.TRUNCATED : Fault.NONE;
  }

  /** What all connections send. */
  public Pace sending() {
    return sending;
  }

  /** What all connections receive. */
  public Pace receiving() {
    return receiving;
  }

  /** What one more connection carries one way. */
  public Pace newConnection() {
    return new Pace(conditions.connectionBytesPerSecond());
  }

  /** In what pieces to send. */
  public int pieceBytes() {
    double rate = Math.min(conditions.connectionBytesPerSecond(), conditions.totalBytesPerSecond());
    return rate == Double.POSITIVE_INFINITY
        ? UNPACED_PIECE
        : (int) Math.max(LEAST_PIECE, Math.min(MOST_PIECE, rate * PIECE_SECONDS));
  }
}
