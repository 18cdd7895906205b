package dev.darkroom.transforms.convert;

import com.google.common.base.Ticker;
import dev.darkroom.transforms.image.Allowance;
import dev.darkroom.transforms.rejection.Reason;
import dev.darkroom.transforms.rejection.RejectedException;
import dev.darkroom.transforms.storage.ReadAhead;
import dev.darkroom.transforms.storage.ReadPace;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import javax.annotation.Nullable;

/**
 * Some files, converted one after the other by one thread while another one waits. A decoder cannot
 * be stopped: a file that takes longer than the limit is given up together with the thread that is
 * at it, and another thread goes on behind it. The time for which it waits for memory, or prepares
 * what later files need as well, does not count.
 */
final class Batch {
  private final Queue<ReadAhead.Fetched> files;
  private final long bytes;
  private final RecordMaker maker;
  private final long limitSeconds;
  private final ReadPace pace;
  private final MemoryBudget budget;
  private final Ticker ticker;
  private final Queue<Conversion> done = new ArrayDeque<>();
  @Nullable private byte[] source;
  @Nullable private MemoryBudget.Share memory;
  private long begunNanos;
  private boolean waits;
  private int threadsGivenUp;
  private boolean closed;
  @Nullable private Throwable failure;

  Batch(
      List<ReadAhead.Fetched> files,
      RecordMaker maker,
      long limitSeconds,
      ReadPace pace,
      MemoryBudget budget,
      Ticker ticker) {
    this.files = new ArrayDeque<>(files);
    this.bytes = files.stream().mapToLong(file -> file.ref().bytes()).sum();
    this.maker = maker;
    this.limitSeconds = limitSeconds;
    this.pace = pace;
    this.budget = budget;
    this.ticker = ticker;
  }

  /** The size of its files when listed. */
  long bytes() {
    return bytes;
  }

  /**
   * Converts the files that are left, on the calling thread.
   *
   * @return false if the thread was given up meanwhile
   */
  boolean convert() {
    int givenUpBefore = threadsGivenUp();
    boolean goesOn = true;
    try {
      for (ReadAhead.Fetched file = next(); goesOn && file != null; file = next()) {
        goesOn = finish(convert(file), givenUpBefore);
      }
    } catch (Throwable e) {
      goesOn = fail(e, givenUpBefore);
    }
    return goesOn;
  }

  private Conversion convert(ReadAhead.Fetched file) throws InterruptedException {
    byte[] bytes = null;
    MemoryBudget.Share share = budget.share();
    try {
      bytes = file.bytes();
      long begun = begin(bytes, share);
      MadeRecord record = maker.make(file.ref(), bytes, new Stopping(share));
      pace.used(ticker.read() - begun);
      return Conversion.made(file.ref(), bytes, record);
    } catch (RejectedException e) {
      return Conversion.rejected(file.ref(), bytes, e);
    } finally {
      share.giveBack();
    }
  }

  /** Stops the clock for what is not the image's own time. */
  private final class Stopping implements Allowance {
    private final MemoryBudget.Share share;

    private Stopping(MemoryBudget.Share share) {
      this.share = share;
    }

    @Override
    public void claim(long wanted) throws RejectedException {
      if (!share.covers(wanted)) {
        prepare(() -> share.await(wanted));
      }
    }

    @Override
    public void prepare(Runnable once) throws RejectedException {
      long stopped = stopClock(share);
      once.run();
      startClock(stopped);
    }
  }

  private synchronized long stopClock(MemoryBudget.Share share) throws RejectedException {
    if (memory != share) {
      throw tooSlow();
    }
    waits = true;
    return ticker.read();
  }

  private synchronized void startClock(long stopped) {
    begunNanos += ticker.read() - stopped;
    waits = false;
  }

  private synchronized int threadsGivenUp() {
    return threadsGivenUp;
  }

  @Nullable
  private synchronized ReadAhead.Fetched next() {
    return closed ? null : files.peek();
  }

  private synchronized long begin(byte[] bytes, MemoryBudget.Share share) {
    source = bytes;
    memory = share;
    begunNanos = ticker.read();
    return begunNanos;
  }

  private synchronized boolean finish(Conversion conversion, int givenUpBefore) {
    if (threadsGivenUp != givenUpBefore) {
      return false;
    }
    add(conversion);
    return true;
  }

  private void add(Conversion conversion) {
    source = null;
    memory = null;
    files.remove();
    done.add(conversion);
    if (files.isEmpty()) {
      notifyAll();
    }
  }

  private synchronized boolean fail(Throwable e, int givenUpBefore) {
    if (threadsGivenUp != givenUpBefore) {
      return false;
    }
    memory = null;
    failure = e;
    notifyAll();
    return true;
  }

  /**
   * Rejects the file being converted if that takes too long.
   *
   * @return whether the thread that is at it was given up, and another one must go on
   */
  synchronized boolean giveUpIfOverdue() {
    long limitNanos = TimeUnit.SECONDS.toNanos(limitSeconds);
    if (memory == null || waits || ticker.read() - begunNanos <= limitNanos) {
      return false;
    }
    threadsGivenUp++;
    memory.giveUp();
    add(Conversion.rejected(files.element().ref(), source, tooSlow()));
    return true;
  }

  private RejectedException tooSlow() {
    return new RejectedException(
        Reason.TOO_SLOW, "converting it takes more than " + limitSeconds + " s");
  }

  /** Lets the converting thread end after the file it is at. */
  synchronized void close() {
    closed = true;
  }

  /**
   * Waits for all files.
   *
   * @throws IllegalStateException if converting failed otherwise than by a rejection
   */
  synchronized Queue<Conversion> await() throws InterruptedException {
    while (!files.isEmpty() && failure == null) {
      wait();
    }
    if (failure != null) {
      throw new IllegalStateException("converting " + files.element().ref().uri(), failure);
    }
    return new ArrayDeque<>(done);
  }
}
