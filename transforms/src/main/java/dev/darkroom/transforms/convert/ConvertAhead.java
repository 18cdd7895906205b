package dev.darkroom.transforms.convert;

import com.google.common.base.Ticker;
import dev.darkroom.transforms.storage.ReadAhead;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/**
 * Makes records in the order of their files, some ahead of the one being written. All shards that
 * are converted in one process share its processors, so that none is idle where there are fewer
 * shards left than processors. Not thread-safe; the threads are its own.
 */
public final class ConvertAhead implements AutoCloseable {
  /** Images handed over at once: waking a thread for each one costs a few percent. */
  private static final int BATCH = 8;

  /** Of files so large in all, one more is not worth the wait for the others. */
  private static final long BATCH_BYTES = 4 << 20;

  private final ReadAhead reads;
  private final RecordMaker maker;
  private final long limitSeconds;
  private final Converters converters;
  private final Queue<Batch> window = new ArrayDeque<>();
  private Queue<Conversion> current = new ArrayDeque<>();

  /**
   * Converts what {@code reads} brings.
   *
   * @param limitSeconds how long one image may take
   */
  ConvertAhead(ReadAhead reads, RecordMaker maker, long limitSeconds, Converters converters) {
    this.reads = reads;
    this.maker = maker;
    this.limitSeconds = limitSeconds;
    this.converters = converters;
  }

  /** Whether a file is left. */
  public boolean hasNext() {
    while (mayHandOver() && reads.hasNext()) {
      Batch batch =
          new Batch(
              nextFiles(),
              maker,
              limitSeconds,
              converters.pace(),
              converters.memory(),
              Ticker.systemTicker());
      converters.handOver(batch);
      window.add(batch);
    }
    return !current.isEmpty() || !window.isEmpty();
  }

  private boolean mayHandOver() {
    // As many more batches as there are processors wait, so that a processor never does.
    return window.isEmpty()
        || (window.size() < 2 * converters.processors() && converters.haveRoom());
  }

  private List<ReadAhead.Fetched> nextFiles() {
    List<ReadAhead.Fetched> files = new ArrayList<>(BATCH);
    long bytes = 0;
    while (files.size() < BATCH && bytes < BATCH_BYTES && reads.hasNext()) {
      ReadAhead.Fetched file = reads.next();
      files.add(file);
      bytes += file.ref().bytes();
    }
    return files;
  }

  /**
   * Waits for the next file.
   *
   * @throws IllegalStateException if converting failed otherwise than by a rejection
   */
  public Conversion next() throws InterruptedException {
    if (current.isEmpty()) {
      Batch batch = window.element();
      current = batch.await();
      window.remove();
      converters.letGo(batch);
    }
    return current.remove();
  }

  /** Gives up what is still on its way. */
  @Override
  public void close() {
    window.forEach(Batch::close);
    window.forEach(converters::letGo);
    reads.close();
  }
}
