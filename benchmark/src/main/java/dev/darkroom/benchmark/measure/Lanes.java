package dev.darkroom.benchmark.measure;

import com.google.common.base.Throwables;
import com.google.common.util.concurrent.MoreExecutors;
import dev.darkroom.benchmark.results.TrialRow;
import dev.darkroom.transforms.storage.ReaderThreads;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.function.BooleanSupplier;

/**
 * The lanes of one call, each in a thread of its own; a single one is in the caller's. Where one
 * fails, the others stop; one that has read enough reads on for as long as others have not, so that
 * none ends up alone. Not thread-safe.
 */
final class Lanes implements AutoCloseable {
  private final ExecutorService threads;
  private final List<Lane> lanes;

  /** Carries out trials in one lane. */
  interface Lane {
    /**
     * Carries out one.
     *
     * @param together waits for the other lanes, before the clock runs
     * @param enough to be told once the window is filled; whether all lanes have told so
     */
    TrialRow run(Trial trial, TrialRunner.Start together, BooleanSupplier enough)
        throws IOException, InterruptedException;
  }

  /**
   * @param lanes at least one
   */
  Lanes(List<Lane> lanes) {
    this.lanes = lanes;
    this.threads =
        lanes.size() == 1
            ? MoreExecutors.newDirectExecutorService()
            : ReaderThreads.start(lanes.size());
  }

  /**
   * Carries out the same trial in all lanes at once.
   *
   * @return their rows, by trial
   */
  List<TrialRow> run(Trial trial) throws IOException, InterruptedException {
    CyclicBarrier all = new CyclicBarrier(lanes.size());
    CompletionService<TrialRow> running = new ExecutorCompletionService<>(threads);
    Set<Object> reading = ConcurrentHashMap.newKeySet();
    List<Callable<TrialRow>> parts = new ArrayList<>();
    for (Lane lane : lanes) {
      Object part = new Object();
      reading.add(part);
      parts.add(
          () -> {
            try {
              return lane.run(trial, () -> await(all), () -> isLast(part, reading));
            } finally {
              reading.remove(part);
            }
          });
    }
    parts.forEach(running::submit);
    List<TrialRow> rows = new ArrayList<>();
    while (rows.size() < lanes.size()) {
      try {
        rows.add(running.take().get());
      } catch (ExecutionException e) {
        close();
        Throwables.throwIfInstanceOf(e.getCause(), IOException.class);
        Throwables.throwIfInstanceOf(e.getCause(), InterruptedException.class);
        Throwables.throwIfUnchecked(e.getCause());
        throw new IllegalStateException(e.getCause());
      }
    }
    rows.sort(Comparator.comparingInt(TrialRow::trial));
    return rows;
  }

  private static boolean isLast(Object part, Set<Object> reading) {
    reading.remove(part);
    return reading.isEmpty();
  }

  private static void await(CyclicBarrier all) throws InterruptedException {
    try {
      all.await();
    } catch (BrokenBarrierException e) {
      throw new IllegalStateException("another lane failed", e);
    }
  }

  /** Interrupts what still runs. */
  @Override
  public void close() {
    threads.shutdownNow();
  }
}
