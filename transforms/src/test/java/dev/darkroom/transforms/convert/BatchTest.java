package dev.darkroom.transforms.convert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.base.Ticker;
import com.google.common.util.concurrent.Uninterruptibles;
import dev.darkroom.transforms.dataset.ImageRef;
import dev.darkroom.transforms.rejection.Reason;
import dev.darkroom.transforms.rejection.RejectedException;
import dev.darkroom.transforms.storage.ReadAhead;
import dev.darkroom.transforms.storage.ReadPace;
import dev.darkroom.transforms.storage.SourceReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A limit of ten seconds, on a clock that only the tests move. */
@Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class BatchTest {
  private static final long ALL = 1L << 30;

  @TempDir Path folder;
  private final ExecutorService readers = Executors.newSingleThreadExecutor();
  private final ExecutorService converters = Executors.newCachedThreadPool();
  private final MemoryBudget budget = new MemoryBudget(ALL);
  private final AtomicLong nanos = new AtomicLong();
  private final AtomicReference<Thread> converter = new AtomicReference<>();
  private final AtomicReference<Batch> current = new AtomicReference<>();
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch granted = new CountDownLatch(1);
  private final CountDownLatch goOn = new CountDownLatch(1);
  private List<ReadAhead.Fetched> files;

  @BeforeEach
  void read() throws Exception {
    Path file = Files.write(folder.resolve("0.jpg"), new byte[] {1});
    ImageRef ref = ImageRef.of(file.toString(), "k", "label", "train", 1, 0, false);
    files =
        List.of(
            new ReadAhead(new SourceReader(10), readers, new ReadPace(1), List.of(ref).iterator())
                .next());
  }

  @AfterEach
  void letGo() {
    goOn.countDown();
    readers.shutdown();
    converters.shutdown();
  }

  @Test
  void waitingForMemoryIsNoConverting() throws Exception {
    MemoryBudget.Share other = budget.share();
    other.await(ALL);
    Batch batch =
        batch(
            (ref, source, allowance) -> {
              converter.set(Thread.currentThread());
              pass(4);
              begun.countDown();
              allowance.claim(ALL);
              granted.countDown();
              return record();
            });
    Future<Boolean> converted = converters.submit(batch::convert);
    begun.await();
    while (converter.get().getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
    pass(100);
    assertFalse(batch.giveUpIfOverdue());
    other.giveBack();
    assertGivenUpAfterSixSeconds(batch, converted);
  }

  @Test
  void preparingIsNoConverting() throws Exception {
    Batch batch =
        batch(
            (ref, source, allowance) -> {
              pass(4);
              allowance.prepare(
                  () -> {
                    pass(100);
                    assertFalse(current.get().giveUpIfOverdue());
                  });
              granted.countDown();
              return record();
            });
    current.set(batch);
    Future<Boolean> converted = converters.submit(batch::convert);
    assertGivenUpAfterSixSeconds(batch, converted);
  }

  /** Once it has been granted what it waits for. */
  private void assertGivenUpAfterSixSeconds(Batch batch, Future<Boolean> converted)
      throws Exception {
    granted.await();
    pass(6);
    assertFalse(batch.giveUpIfOverdue());
    nanos.incrementAndGet();
    assertTrue(batch.giveUpIfOverdue());
    goOn.countDown();
    assertFalse(converted.get());
  }

  @Test
  void whoIsGivenUpHoldsNobodyUpAndGivesBackAtLast() throws Exception {
    Batch batch =
        batch(
            (ref, source, allowance) -> {
              allowance.claim(ALL);
              granted.countDown();
              return record();
            });
    Future<Boolean> converted = converters.submit(batch::convert);
    granted.await();
    pass(11);
    assertTrue(batch.giveUpIfOverdue());
    RejectedException e =
        assertThrows(RejectedException.class, () -> batch.await().remove().record());
    assertEquals(Reason.TOO_SLOW, e.reason());
    MemoryBudget.Share alone = budget.share();
    alone.await(ALL);
    goOn.countDown();
    assertFalse(converted.get());
    alone.giveBack();
    takeTwoHalves();
  }

  @Test
  void whoIsGivenUpIsGrantedNoMore() throws Exception {
    AtomicReference<RejectedException> refused = new AtomicReference<>();
    Batch batch =
        batch(
            (ref, source, allowance) -> {
              allowance.claim(ALL / 2);
              granted.countDown();
              MadeRecord record = record();
              refused.set(assertThrows(RejectedException.class, () -> allowance.claim(ALL)));
              return record;
            });
    Future<Boolean> converted = converters.submit(batch::convert);
    granted.await();
    pass(11);
    assertTrue(batch.giveUpIfOverdue());
    goOn.countDown();
    assertFalse(converted.get());
    assertEquals(Reason.TOO_SLOW, refused.get().reason());
  }

  @Test
  void whatBecomesOfWhoIsGivenUpDoesNotMatter() throws Exception {
    Batch batch =
        batch(
            (ref, source, allowance) -> {
              granted.countDown();
              awaitGoOn();
              throw new IllegalArgumentException("too late");
            });
    Future<Boolean> converted = converters.submit(batch::convert);
    granted.await();
    pass(11);
    assertTrue(batch.giveUpIfOverdue());
    goOn.countDown();
    assertFalse(converted.get());
    assertEquals(1, batch.await().size());
  }

  @Test
  void memoryIsGivenBackWhateverComes() throws Exception {
    Batch batch =
        batch(
            (ref, source, allowance) -> {
              allowance.claim(ALL);
              throw new IllegalArgumentException("a bug");
            });
    assertTrue(batch.convert());
    IllegalStateException e = assertThrows(IllegalStateException.class, batch::await);
    assertEquals("converting " + files.get(0).ref().uri(), e.getMessage());
    takeTwoHalves();
  }

  /** Only possible where nothing else is taken. */
  private void takeTwoHalves() {
    budget.share().await(ALL / 2);
    budget.share().await(ALL / 2);
  }

  private Batch batch(RecordMaker maker) {
    Ticker ticker =
        new Ticker() {
          @Override
          public long read() {
            return nanos.get();
          }
        };
    return new Batch(files, maker, 10, new ReadPace(1), budget, ticker);
  }

  private void pass(long seconds) {
    nanos.addAndGet(TimeUnit.SECONDS.toNanos(seconds));
  }

  /** Made once the test goes on. */
  private MadeRecord record() {
    awaitGoOn();
    return new MadeRecord(new byte[] {1}, false);
  }

  private void awaitGoOn() {
    Uninterruptibles.awaitUninterruptibly(goOn);
  }
}
