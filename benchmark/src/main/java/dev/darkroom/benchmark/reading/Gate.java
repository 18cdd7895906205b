package dev.darkroom.benchmark.reading;

import java.util.concurrent.CancellationException;

/**
 * Holds readers between two reads while it is closed. Passing an open gate costs a look at a field.
 * Thread-safe; one thread closes and opens it.
 */
final class Gate {
  private final int readers;
  private int standing;
  private volatile boolean closed = true;

  /**
   * A closed gate.
   *
   * @param readers how many there are; each ends with {@link #leave}
   */
  Gate(int readers) {
    this.readers = readers;
  }

  /** Goes through, or waits. */
  void pass() {
    if (closed) {
      stand();
    }
  }

  private synchronized void stand() {
    standing++;
    notifyAll();
    try {
      while (closed) {
        wait();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted between two reads");
    } finally {
      standing--;
    }
  }

  /** The reader will not come back. */
  synchronized void leave() {
    standing++;
    notifyAll();
  }

  /** Closes the gate, if need be, and waits until every reader stands before it or has left. */
  synchronized void close() throws InterruptedException {
    closed = true;
    while (standing < readers) {
      wait();
    }
  }

  /** Lets all go on. */
  synchronized void open() {
    closed = false;
    notifyAll();
  }
}
