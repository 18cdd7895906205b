package dev.darkroom.transforms.convert;

import com.google.common.util.concurrent.ThreadFactoryBuilder;
import dev.darkroom.transforms.dataset.ImageRef;
import dev.darkroom.transforms.image.source.ImageFormat;
import dev.darkroom.transforms.rejection.RejectedException;
import dev.darkroom.transforms.storage.ReadAhead;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.annotation.Nullable;

/**
 * Makes records in the order of their files, some ahead of the one being written. All shards that
 * are converted in one process share its processors, so that none is idle where there are fewer
 * shards left than processors. Not thread-safe; the threads are its own.
 */
final class ConvertAhead implements AutoCloseable {
  /** One file, converted or rejected. */
  static final class Converted {
    private final ImageRef ref;
    @Nullable private final byte[] source;
    @Nullable private final byte[] record;
    @Nullable private final RejectedException rejection;

    private Converted(
        ImageRef ref,
        @Nullable byte[] source,
        @Nullable byte[] record,
        @Nullable RejectedException rejection) {
      this.ref = ref;
      this.source = source;
      this.record = record;
      this.rejection = rejection;
    }

    ImageRef ref() {
      return ref;
    }

    /** The record made of it. */
    byte[] record() throws RejectedException {
      if (rejection != null) {
        throw rejection;
      }
      return record;
    }

    /** The format its bytes speak of, if they were read and say anything. */
    @Nullable
    String format() {
      return source == null
          ? null
          : ImageFormat.sniff(source).map(ImageFormat::displayName).orElse(null);
    }

    int sourceBytes() {
      return source == null ? 0 : source.length;
    }
  }

  private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

  /** Images handed over at once: waking a thread for each one costs a few percent. */
  private static final int BATCH = 8;

  /** As many more batches as there are processors wait, so that a processor never does. */
  private static final int WINDOW = 2 * PROCESSORS;

  private static final ExecutorService CONVERTERS =
      Executors.newFixedThreadPool(
          PROCESSORS,
          new ThreadFactoryBuilder().setDaemon(true).setNameFormat("converter-%d").build());

  private final ReadAhead reads;
  private final RecordMaker maker;
  private final Queue<Future<Queue<Converted>>> window = new ArrayDeque<>();
  private Queue<Converted> current = new ArrayDeque<>();

  /** Converts what {@code reads} brings. */
  ConvertAhead(ReadAhead reads, RecordMaker maker) {
    this.reads = reads;
    this.maker = maker;
  }

  /** Whether a file is left. */
  boolean hasNext() {
    while (window.size() < WINDOW && reads.hasNext()) {
      List<ReadAhead.Fetched> batch = new ArrayList<>(BATCH);
      while (batch.size() < BATCH && reads.hasNext()) {
        batch.add(reads.next());
      }
      window.add(CONVERTERS.submit(() -> convert(batch)));
    }
    return !current.isEmpty() || !window.isEmpty();
  }

  /** Waits for the next file. */
  Converted next() throws InterruptedException {
    if (current.isEmpty()) {
      try {
        current = window.remove().get();
      } catch (ExecutionException e) {
        throw new IllegalStateException("converting", e.getCause());
      }
    }
    return current.remove();
  }

  private Queue<Converted> convert(List<ReadAhead.Fetched> batch) throws InterruptedException {
    Queue<Converted> converted = new ArrayDeque<>(batch.size());
    for (ReadAhead.Fetched fetched : batch) {
      converted.add(convert(fetched));
    }
    return converted;
  }

  private Converted convert(ReadAhead.Fetched fetched) throws InterruptedException {
    byte[] source = null;
    try {
      source = fetched.bytes();
      return new Converted(fetched.ref(), source, maker.make(fetched.ref(), source), null);
    } catch (RejectedException e) {
      return new Converted(fetched.ref(), source, null, e);
    }
  }

  /** Gives up what is still on its way. */
  @Override
  public void close() {
    window.forEach(conversion -> conversion.cancel(true));
    reads.close();
  }
}
