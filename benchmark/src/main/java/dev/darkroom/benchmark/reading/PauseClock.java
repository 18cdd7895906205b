package dev.darkroom.benchmark.reading;

/** A monotonic clock that runs only while something is read. Used by one thread. */
final class PauseClock {
  private long nanos;
  private long startedAt;
  private boolean running;

  void start() {
    running = true;
    startedAt = System.nanoTime();
  }

  void stop() {
    if (running) {
      nanos += System.nanoTime() - startedAt;
      running = false;
    }
  }

  double seconds() {
    return nanos / 1e9;
  }
}
