package dev.darkroom.benchmark.reading;

import dev.darkroom.benchmark.results.Order;
import dev.darkroom.transforms.storage.ReaderThreads;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

/**
 * One part of a set, read once. What is read is tallied at once and in the thread that read it,
 * because the span of a scan is that of all its parts and no clock can stand still in between.
 */
public final class Scan {
  private final List<ReadTask> tasks;

  private Scan(List<ReadTask> tasks) {
    this.tasks = tasks;
  }

  /** Of files below a folder. */
  public static Scan ofFiles(String root, List<String> names) {
    return new Scan(
        names.stream().map(name -> new FileTask(root, name)).collect(Collectors.toList()));
  }

  /**
   * Of one shard.
   *
   * @param streams how many pieces of it to read at once
   * @throws IllegalArgumentException if it cannot be read in pieces
   */
  public static Scan ofShard(RecordSet set, int shard, int streams) {
    List<Long> counts = new ArrayList<>();
    for (int i = 0; i < set.size(); i++) {
      counts.add(i == shard ? set.shards().get(i).records() : 0);
    }
    int pieces = (int) Math.min(streams, Math.max(1, counts.get(shard)));
    return new Scan(
        new RecordSelection(counts, set.indexed())
            .select(Order.SEQUENTIAL, 0, pieces, Long.MAX_VALUE).stream()
                .map(ranges -> new RecordTask(set, ranges, pieces > 1))
                .collect(Collectors.toList()));
  }

  /**
   * Reads it; a failure to read is told of in the result.
   *
   * @param concurrency reads in flight
   */
  public ScanSum run(ImageTarget target, int concurrency) throws InterruptedException {
    ImageWork work = target.work();
    Queue<ReadTask> waiting = new ConcurrentLinkedQueue<>(tasks);
    Tally all = Tally.ofSomeBytes();
    String failure = null;
    ExecutorService threads = ReaderThreads.start(concurrency);
    long begun = AnchoredClock.epochMicros();
    try {
      List<Future<Tally>> readers = new ArrayList<>();
      for (int i = 0; i < concurrency; i++) {
        readers.add(threads.submit(() -> read(waiting, work)));
      }
      for (Future<Tally> reader : readers) {
        try {
          all.add(reader.get());
        } catch (ExecutionException e) {
          failure = failure == null ? String.valueOf(e.getCause().getMessage()) : failure;
        }
      }
    } finally {
      threads.shutdownNow();
    }
    return ScanSum.of(all, begun, AnchoredClock.epochMicros(), failure);
  }

  private static Tally read(Queue<ReadTask> waiting, ImageWork work) throws IOException {
    Tally own = Tally.ofSomeBytes();
    for (ReadTask task = waiting.poll(); task != null; task = waiting.poll()) {
      task.run(work, own::add);
    }
    return own;
  }
}
