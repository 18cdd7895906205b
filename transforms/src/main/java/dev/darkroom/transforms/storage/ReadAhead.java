package dev.darkroom.transforms.storage;

import dev.darkroom.transforms.dataset.ImageRef;
import dev.darkroom.transforms.rejection.RejectedException;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/**
 * Reads files in a given order, some ahead of the one in use, so that the wait for storage overlaps
 * with work: an object store takes 10 to 100 ms to a small object. Bounded in files and in bytes.
 * Not thread-safe; the threads are those of the executor.
 */
public final class ReadAhead implements AutoCloseable {
  /** One file, read or refused. */
  public static final class Fetched {
    private final ImageRef ref;
    private final Future<byte[]> bytes;

    private Fetched(ImageRef ref, Future<byte[]> bytes) {
      this.ref = ref;
      this.bytes = bytes;
    }

    /** Which file. */
    public ImageRef ref() {
      return ref;
    }

    /** Waits for the bytes. */
    public byte[] bytes() throws RejectedException, InterruptedException {
      try {
        return bytes.get();
      } catch (ExecutionException e) {
        if (e.getCause() instanceof RejectedException) {
          throw (RejectedException) e.getCause();
        }
        throw new IllegalStateException("reading " + ref.uri(), e.getCause());
      }
    }
  }

  /** The most bytes in flight beside the file in use. */
  private static final long WINDOW_BYTES = 32 << 20;

  private final SourceReader reader;
  private final ExecutorService executor;
  private final ReadPace pace;
  private final Iterator<ImageRef> refs;
  private final Queue<Fetched> window = new ArrayDeque<>();
  private long bytesInWindow;

  /**
   * @param pace says how many files to have on their way, and is told how long each took
   * @param refs the files, in the order they will be taken
   */
  public ReadAhead(
      SourceReader reader, ExecutorService executor, ReadPace pace, Iterator<ImageRef> refs) {
    this.reader = reader;
    this.executor = executor;
    this.pace = pace;
    this.refs = refs;
  }

  /** Whether a file is left. */
  public boolean hasNext() {
    fill();
    return !window.isEmpty();
  }

  /** The next file, which may still be on its way. */
  public Fetched next() {
    fill();
    Fetched next = window.remove();
    bytesInWindow -= next.ref.bytes();
    return next;
  }

  private void fill() {
    int files = pace.files();
    while (refs.hasNext() && window.size() < files && bytesInWindow < WINDOW_BYTES) {
      ImageRef ref = refs.next();
      window.add(new Fetched(ref, executor.submit(() -> read(ref))));
      bytesInWindow += ref.bytes();
    }
  }

  private byte[] read(ImageRef ref) throws RejectedException, IOException, InterruptedException {
    long begun = System.nanoTime();
    byte[] bytes = reader.read(ref);
    pace.read(System.nanoTime() - begun);
    return bytes;
  }

  /** Gives up what is still on its way. */
  @Override
  public void close() {
    window.forEach(fetched -> fetched.bytes.cancel(true));
  }
}
