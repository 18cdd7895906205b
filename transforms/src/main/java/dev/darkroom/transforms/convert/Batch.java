package dev.darkroom.transforms.convert;

import dev.darkroom.transforms.rejection.Reason;
import dev.darkroom.transforms.rejection.RejectedException;
import dev.darkroom.transforms.storage.ReadAhead;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import javax.annotation.Nullable;

/**
 * Some files, converted one after the other by one thread while another one waits. A decoder cannot
 * be stopped; a file that takes longer than the limit is given up together with the thread that is
 * at it, and the files behind it go to another thread.
 */
final class Batch {
  private static final long MILLIS_BETWEEN_LOOKS = 500;

  private final List<ReadAhead.Fetched> files;
  private final RecordMaker maker;
  private final long limitSeconds;
  private final Queue<Conversion> done = new ArrayDeque<>();
  @Nullable private byte[] source;
  private long begunNanos;
  private boolean abandoned;
  @Nullable private Throwable failure;

  Batch(List<ReadAhead.Fetched> files, RecordMaker maker, long limitSeconds) {
    this.files = files;
    this.maker = maker;
    this.limitSeconds = limitSeconds;
  }

  /** Converts the files, on the calling thread. */
  void convert() {
    try {
      for (ReadAhead.Fetched file : files) {
        if (isAbandoned()) {
          return;
        }
        finish(convert(file));
      }
    } catch (Throwable e) {
      fail(e);
    }
  }

  private Conversion convert(ReadAhead.Fetched file) throws InterruptedException {
    byte[] bytes = null;
    try {
      bytes = file.bytes();
      begin(bytes);
      return Conversion.made(file.ref(), bytes, maker.make(file.ref(), bytes));
    } catch (RejectedException e) {
      return Conversion.rejected(file.ref(), bytes, e);
    }
  }

  private synchronized void begin(byte[] bytes) {
    source = bytes;
    begunNanos = System.nanoTime();
  }

  private synchronized void finish(Conversion conversion) {
    source = null;
    if (!abandoned) {
      done.add(conversion);
      if (done.size() == files.size()) {
        notifyAll();
      }
    }
  }

  private synchronized void fail(Throwable e) {
    failure = e;
    notifyAll();
  }

  private synchronized boolean isAbandoned() {
    return abandoned;
  }

  /** Lets the converting thread end after the file it is at. */
  synchronized void abandon() {
    abandoned = true;
  }

  /**
   * Waits for all files, and converts what is behind a file that takes too long.
   *
   * @throws IllegalStateException if converting failed otherwise than by a rejection
   */
  Queue<Conversion> await(Converters converters) throws InterruptedException {
    Batch rest;
    synchronized (this) {
      while (done.size() < files.size() && failure == null && !isOverdue()) {
        wait(MILLIS_BETWEEN_LOOKS);
      }
      if (failure != null) {
        throw new IllegalStateException("converting", failure);
      }
      if (done.size() == files.size()) {
        return done;
      }
      abandoned = true;
      ReadAhead.Fetched slow = files.get(done.size());
      done.add(Conversion.rejected(slow.ref(), source, tooSlow()));
      rest = new Batch(files.subList(done.size(), files.size()), maker, limitSeconds);
    }
    converters.replaceOne();
    converters.submit(rest);
    done.addAll(rest.await(converters));
    return done;
  }

  private boolean isOverdue() {
    return source != null
        && System.nanoTime() - begunNanos > TimeUnit.SECONDS.toNanos(limitSeconds);
  }

  private RejectedException tooSlow() {
    return new RejectedException(
        Reason.TOO_SLOW, "converting it took more than " + limitSeconds + " s");
  }
}
