package dev.darkroom.benchmark.reading;

import com.google.common.base.Throwables;
import dev.darkroom.transforms.storage.ReaderThreads;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Several reads in flight; a batch is whichever images arrive next. Every now and then all readers
 * are held at a gate, and the clock with them, so that images can be tallied and let go.
 */
final class ConcurrentPass implements Pass, AutoCloseable {
  /** Images are kept until there are so many bytes of them, */
  private static final long MOST_BYTES_KEPT = 8 << 20;

  /** and at least so many for each reader, since filling the pipe again takes as long as a read. */
  private static final int LEAST_IMAGES_PER_READER = 64;

  private final int concurrency;
  private final int batchSize;
  private final ExecutorService threads;

  ConcurrentPass(int concurrency, int batchSize) {
    this.concurrency = concurrency;
    this.batchSize = batchSize;
    this.threads = ReaderThreads.start(concurrency);
  }

  @Override
  public void run(List<ReadTask> tasks, ImageWork work, PauseClock clock, Tally tally)
      throws IOException, InterruptedException {
    new Run(tasks, work, clock, tally).run();
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }

  private final class Run {
    private final Queue<ReadTask> waiting;
    private final ImageWork work;
    private final PauseClock clock;
    private final Tally tally;
    private final long expected;
    private final Gate gate = new Gate(concurrency);

    private final Thread consumer = Thread.currentThread();
    private final Queue<ReadImage> arrived = new ConcurrentLinkedQueue<>();
    private final AtomicLong arrivals = new AtomicLong();
    private final AtomicInteger readers = new AtomicInteger(concurrency);
    private volatile long awaited = Long.MAX_VALUE;
    private volatile boolean stopped;

    private final List<ReadImage> kept = new ArrayList<>();
    private final List<Long> batches = new ArrayList<>();
    private long bytesKept;

    Run(List<ReadTask> tasks, ImageWork work, PauseClock clock, Tally tally) {
      this.waiting = new ConcurrentLinkedQueue<>(tasks);
      this.work = work;
      this.clock = clock;
      this.tally = tally;
      this.expected = tasks.stream().mapToLong(ReadTask::images).sum();
    }

    void run() throws IOException, InterruptedException {
      List<Future<?>> ends = new ArrayList<>();
      try {
        for (int i = 0; i < concurrency; i++) {
          ends.add(threads.submit(this::read));
        }
        gate.close();
        clock.start();
        gate.open();
        collect();
      } finally {
        stopped = true;
        gate.open();
        clock.stop();
      }
      settle();
      await(ends);
    }

    /** A reader's part; it passes the gate before it begins and after every image. */
    private Void read() throws IOException {
      try {
        gate.pass();
        for (ReadTask task = waiting.poll(); task != null && !stopped; task = waiting.poll()) {
          task.run(work, this::arrive);
        }
        return null;
      } catch (IOException | RuntimeException e) {
        stopped = true;
        throw e;
      } finally {
        gate.leave();
        readers.decrementAndGet();
        LockSupport.unpark(consumer);
      }
    }

    private void arrive(ReadImage image) {
      arrived.add(image);
      if (arrivals.incrementAndGet() >= awaited) {
        LockSupport.unpark(consumer);
      }
      gate.pass();
      if (stopped) {
        throw new CancellationException("another read failed");
      }
    }

    private void collect() throws IOException, InterruptedException {
      long begunAt = System.nanoTime();
      for (long taken = 0; awaitArrivals(Math.min(taken + batchSize, expected), taken); ) {
        batches.add(System.nanoTime() - begunAt);
        for (int i = 0; i < batchSize && !arrived.isEmpty(); i++) {
          ReadImage image = arrived.remove();
          kept.add(image);
          bytesKept += image.bytes.length;
          taken++;
        }
        if (isMuchKept() && taken < expected) {
          pause();
        }
        begunAt = System.nanoTime();
      }
    }

    /** Waits for so many images, or all readers' end; false if none came beyond those taken. */
    private boolean awaitArrivals(long target, long taken) throws InterruptedException {
      awaited = target == taken ? Long.MAX_VALUE : target;
      while (arrivals.get() < awaited && readers.get() > 0) {
        LockSupport.park(this);
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
      }
      return arrivals.get() > taken;
    }

    private boolean isMuchKept() {
      return bytesKept >= MOST_BYTES_KEPT
          && kept.size() >= (long) LEAST_IMAGES_PER_READER * concurrency;
    }

    private void pause() throws IOException, InterruptedException {
      gate.close();
      try {
        clock.stop();
        settle();
        clock.start();
      } finally {
        gate.open();
      }
    }

    private void settle() throws IOException {
      batches.forEach(tally::addBatch);
      batches.clear();
      tally.add(kept);
      kept.clear();
      bytesKept = 0;
    }

    private void await(List<Future<?>> ends) throws IOException, InterruptedException {
      Throwable failure = null;
      for (Future<?> end : ends) {
        try {
          end.get();
        } catch (ExecutionException e) {
          boolean consequence = e.getCause() instanceof CancellationException;
          failure = failure == null && !consequence ? e.getCause() : failure;
        }
      }
      if (failure != null) {
        Throwables.throwIfInstanceOf(failure, IOException.class);
        Throwables.throwIfUnchecked(failure);
      }
    }
  }
}
