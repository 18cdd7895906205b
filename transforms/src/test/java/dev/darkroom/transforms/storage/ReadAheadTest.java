package dev.darkroom.transforms.storage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.darkroom.transforms.dataset.ImageRef;
import dev.darkroom.transforms.rejection.Reason;
import dev.darkroom.transforms.rejection.RejectedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.CancellationException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadAheadTest {
  private static final int MEGABYTE = 1 << 20;

  @TempDir Path folder;

  private final ManualExecutor executor = new ManualExecutor();
  private final SourceReader reader = new SourceReader(1L << 30);

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 100})
  void keepsTheOrderHoweverReadsEnd(int window) throws Exception {
    List<ImageRef> refs = files(10);
    List<ImageRef> taken = new ArrayList<>();
    try (ReadAhead ahead = new ReadAhead(reader, executor, fixed(window), refs.iterator())) {
      while (ahead.hasNext()) {
        executor.runLastFirst();
        ReadAhead.Fetched next = ahead.next();
        executor.runLastFirst();
        assertArrayEquals(new byte[] {(byte) taken.size()}, next.bytes());
        taken.add(next.ref());
      }
    }

    assertEquals(refs, taken);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7})
  void neverHasMoreOnTheirWayThanTheWindow(int window) throws Exception {
    AtomicInteger asked = new AtomicInteger();
    List<ImageRef> refs = files(20);
    try (ReadAhead ahead =
        new ReadAhead(
            reader,
            executor,
            fixed(window),
            refs.stream().peek(r -> asked.incrementAndGet()).iterator())) {
      assertEquals(0, executor.submitted, "nothing is read before it is asked for");
      for (int taken = 0; taken < refs.size(); taken++) {
        assertTrue(ahead.hasNext());
        assertTrue(ahead.hasNext(), "asking again changes nothing");
        int expected = Math.min(window, refs.size() - taken);
        assertEquals(taken + expected, executor.submitted);
        ahead.next();
        assertEquals(taken + expected, executor.submitted, "taking starts no read by itself");
      }
      assertFalse(ahead.hasNext());
    }
  }

  /** Sizes are those listed; the files themselves need not be there to be planned for. */
  @Test
  void holdsBackWhenBytesAreMany() {
    List<ImageRef> refs = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      refs.add(ref(folder.resolve(i + ".jpg"), 15L * MEGABYTE));
    }
    try (ReadAhead ahead = new ReadAhead(reader, executor, fixed(100), refs.iterator())) {
      assertTrue(ahead.hasNext());
      assertEquals(3, executor.submitted, "30 MiB leave room for one more, 45 do not");
      ahead.next();
      assertTrue(ahead.hasNext());
      assertEquals(4, executor.submitted);
    }
  }

  /** One file larger than the window must still come. */
  @Test
  void aLargeFileGoesAlone() {
    List<ImageRef> refs =
        List.of(ref(folder.resolve("a"), 500L * MEGABYTE), ref(folder.resolve("b"), 1));
    try (ReadAhead ahead = new ReadAhead(reader, executor, fixed(100), refs.iterator())) {
      assertTrue(ahead.hasNext());
      assertEquals(1, executor.submitted);
      assertEquals(refs.get(0), ahead.next().ref());
      assertEquals(refs.get(1), ahead.next().ref());
      assertFalse(ahead.hasNext());
    }
  }

  @Test
  void aRejectionComesWithItsFileAlone() throws Exception {
    List<ImageRef> refs = new ArrayList<>(files(2));
    refs.add(1, ref(folder.resolve("gone.jpg"), 1));
    try (ReadAhead ahead = new ReadAhead(reader, executor, fixed(3), refs.iterator())) {
      assertTrue(ahead.hasNext());
      executor.runLastFirst();
      assertArrayEquals(new byte[] {0}, ahead.next().bytes());
      ReadAhead.Fetched gone = ahead.next();
      RejectedException e = assertThrows(RejectedException.class, gone::bytes);
      assertEquals(Reason.VANISHED, e.reason());
      assertArrayEquals(new byte[] {1}, ahead.next().bytes());
    }
  }

  /** No file system is registered for the scheme: a fault of the set-up, not of the image. */
  @Test
  void anUnexpectedFailureIsNoRejection() {
    ImageRef ref = ImageRef.of("nowhere://bucket/a.jpg", "a.jpg", "l", "s", 1, 0, false);
    try (ReadAhead ahead = new ReadAhead(reader, executor, fixed(1), List.of(ref).iterator())) {
      ReadAhead.Fetched fetched = ahead.next();
      executor.runLastFirst();

      IllegalStateException e = assertThrows(IllegalStateException.class, fetched::bytes);

      assertEquals("reading nowhere://bucket/a.jpg", e.getMessage());
      assertInstanceOf(IllegalArgumentException.class, e.getCause());
    }
  }

  @Test
  void closingGivesUpWhatIsOnItsWay() throws Exception {
    ReadAhead ahead = new ReadAhead(reader, executor, fixed(4), files(10).iterator());
    ReadAhead.Fetched taken = ahead.next();
    assertTrue(ahead.hasNext());
    List<FutureTask<?>> started = List.copyOf(executor.tasks);
    assertEquals(5, started.size());

    ahead.close();

    started.subList(1, 5).forEach(task -> assertTrue(task.isCancelled()));
    assertFalse(started.get(0).isCancelled(), "what was taken is its taker's");
    executor.runLastFirst();
    assertArrayEquals(new byte[] {0}, taken.bytes());
    assertThrows(CancellationException.class, ahead.next()::bytes);
  }

  private static ReadPace fixed(int files) {
    return new ReadPace(1, files, files);
  }

  private List<ImageRef> files(int count) throws IOException {
    List<ImageRef> refs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      refs.add(ref(Files.write(folder.resolve(i + ".jpg"), new byte[] {(byte) i}), 1));
    }
    return refs;
  }

  private static ImageRef ref(Path path, long bytes) {
    return ImageRef.of(path.toString(), "k", "l", "s", bytes, 0, false);
  }

  /** Runs nothing until told to, and then on the calling thread. */
  private static final class ManualExecutor extends AbstractExecutorService {
    private final Deque<FutureTask<?>> tasks = new ArrayDeque<>();
    private int submitted;

    @Override
    public void execute(Runnable task) {
      submitted++;
      tasks.add((FutureTask<?>) task);
    }

    void runLastFirst() {
      while (!tasks.isEmpty()) {
        tasks.removeLast().run();
      }
    }

    @Override
    public void shutdown() {}

    @Override
    public List<Runnable> shutdownNow() {
      return List.of();
    }

    @Override
    public boolean isShutdown() {
      return false;
    }

    @Override
    public boolean isTerminated() {
      return false;
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
      return true;
    }
  }
}
