package dev.darkroom.benchmark.reading;

import com.google.common.base.Throwables;
import dev.darkroom.transforms.storage.ReaderThreads;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

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
    private final ReadWriteLock gate = new ReentrantReadWriteLock(true);

    /** An empty list is a reader's end. */
    private final BlockingQueue<List<ReadImage>> arrived = new LinkedBlockingQueue<>();

    private final List<ReadImage> kept = new ArrayList<>();
    private final List<Long> batches = new ArrayList<>();
    private long bytesKept;
    private volatile boolean stopped;

    Run(List<ReadTask> tasks, ImageWork work, PauseClock clock, Tally tally) {
      this.waiting = new ConcurrentLinkedQueue<>(tasks);
      this.work = work;
      this.clock = clock;
      this.tally = tally;
      this.expected = tasks.stream().mapToLong(ReadTask::images).sum();
    }

    void run() throws IOException, InterruptedException {
      List<Future<?>> readers = new ArrayList<>();
      gate.writeLock().lock();
      try {
        for (int i = 0; i < concurrency; i++) {
          readers.add(threads.submit(this::read));
        }
        clock.start();
      } finally {
        gate.writeLock().unlock();
      }
      try {
        collect();
      } finally {
        stopped = true;
        clock.stop();
      }
      settle();
      await(readers);
    }

    /** A reader's part; it stands at the gate between any two images. */
    private Void read() throws IOException {
      gate.readLock().lock();
      try {
        for (ReadTask task = waiting.poll(); task != null; task = waiting.poll()) {
          task.run(work, this::arrive);
        }
        return null;
      } catch (IOException | RuntimeException e) {
        stopped = true;
        throw e;
      } finally {
        gate.readLock().unlock();
        arrived.add(List.of());
      }
    }

    private void arrive(ReadImage image) {
      arrived.add(List.of(image));
      gate.readLock().unlock();
      gate.readLock().lock();
      if (stopped) {
        throw new CancellationException("another read failed");
      }
    }

    private void collect() throws IOException, InterruptedException {
      int running = concurrency;
      int inBatch = 0;
      long taken = 0;
      long begunAt = System.nanoTime();
      while (running > 0) {
        List<ReadImage> next = arrived.take();
        if (next.isEmpty()) {
          running--;
          continue;
        }
        kept.add(next.get(0));
        bytesKept += next.get(0).bytes.length;
        taken++;
        inBatch++;
        if (inBatch == batchSize || taken == expected) {
          long now = System.nanoTime();
          batches.add(now - begunAt);
          begunAt = now;
          inBatch = 0;
          if (isMuchKept() && taken < expected) {
            pause();
            begunAt = System.nanoTime();
          }
        }
      }
    }

    private boolean isMuchKept() {
      return bytesKept >= MOST_BYTES_KEPT
          && kept.size() >= (long) LEAST_IMAGES_PER_READER * concurrency;
    }

    private void pause() throws IOException {
      gate.writeLock().lock();
      try {
        clock.stop();
        settle();
        clock.start();
      } finally {
        gate.writeLock().unlock();
      }
    }

    private void settle() throws IOException {
      batches.forEach(tally::addBatch);
      batches.clear();
      tally.add(kept);
      kept.clear();
      bytesKept = 0;
    }

    private void await(List<Future<?>> readers) throws IOException, InterruptedException {
      Throwable failure = null;
      for (Future<?> reader : readers) {
        try {
          reader.get();
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
