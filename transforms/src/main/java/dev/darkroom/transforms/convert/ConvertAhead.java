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
    // As many more batches as there are processors wait, so that a processor never does.
    while (window.size() < 2 * converters.processors() && reads.hasNext()) {
      List<ReadAhead.Fetched> files = new ArrayList<>(BATCH);
      while (files.size() < BATCH && reads.hasNext()) {
        files.add(reads.next());
      }
      Batch batch =
          new Batch(
              files,
              maker,
              limitSeconds,
              converters.pace(),
              converters.memory(),
              Ticker.systemTicker());
      converters.submit(batch);
      window.add(batch);
    }
    return !current.isEmpty() || !window.isEmpty();
  }

  /**
   * Waits for the next file.
   *
   * @throws IllegalStateException if converting failed otherwise than by a rejection
   */
  public Conversion next() throws InterruptedException {
    if (current.isEmpty()) {
      current = window.remove().await();
    }
    return current.remove();
  }

  /** Gives up what is still on its way. */
  @Override
  public void close() {
    window.forEach(Batch::close);
    reads.close();
  }
}
