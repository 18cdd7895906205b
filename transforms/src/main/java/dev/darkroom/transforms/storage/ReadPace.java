package dev.darkroom.transforms.storage;

/**
 * How many files must be on their way so that whoever uses them never waits: as many as are used up
 * while one is read, by Little's law, and half as many again as reads are uneven. It follows what
 * reads and uses have taken lately. Thread-safe.
 */
public final class ReadPace {
  /** Fewer would not be worth a thread's waking. */
  private static final int LEAST = 16;

  /** What a process asks of storage at once, and how many connections it needs. */
  public static final int MOST = 256;

  /** Weight of the newest of the values in a mean, and in the mean deviation from it. */
  private static final double NEWEST = 1.0 / 16;

  /** Deviations that nearly all reads stay within, as TCP has it for round trips. */
  private static final int DEVIATIONS = 4;

  private static final double RESERVE = 1.5;

  private final int users;
  private final int least;
  private final int most;
  private double readNanos;
  private double readDeviation;
  private double useNanos;

  /**
   * A pace that follows what it is told.
   *
   * @param users how many files are used at once
   */
  public ReadPace(int users) {
    this(users, LEAST, MOST);
  }

  ReadPace(int users, int least, int most) {
    this.users = users;
    this.least = least;
    this.most = most;
  }

  /** A read has taken so long. */
  public synchronized void read(long nanos) {
    if (readNanos == 0) {
      readNanos = nanos;
      readDeviation = nanos / 2.0;
    } else {
      readDeviation += NEWEST * (Math.abs(nanos - readNanos) - readDeviation);
      readNanos += NEWEST * (nanos - readNanos);
    }
  }

  /** The use of a file has taken so long. */
  public synchronized void used(long nanos) {
    useNanos += (useNanos == 0 ? 1 : NEWEST) * (nanos - useNanos);
  }

  /** How many files to have on their way; many until reads and uses have been seen. */
  public synchronized int files() {
    double wait = readNanos + DEVIATIONS * readDeviation;
    double files = RESERVE * users * wait / Math.max(useNanos, 1);
    return useNanos == 0 ? most : (int) Math.max(least, Math.min(most, files));
  }
}
