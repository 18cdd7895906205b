package dev.darkroom.transforms.convert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.darkroom.transforms.dataset.ImageRef;
import dev.darkroom.transforms.image.Allowance;
import dev.darkroom.transforms.rejection.Reason;
import dev.darkroom.transforms.rejection.RejectedException;
import dev.darkroom.transforms.storage.ReadAhead;
import dev.darkroom.transforms.storage.ReadPace;
import dev.darkroom.transforms.storage.SourceReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ConvertAheadTest {
  private static final int FILES = 40;

  @TempDir Path folder;
  private final ExecutorService readers = Executors.newFixedThreadPool(2);
  private final CountDownLatch never = new CountDownLatch(1);

  @AfterEach
  void letGo() {
    never.countDown();
    readers.shutdownNow();
  }

  @Test
  void anImageThatHangsIsRejectedAndTheOthersAreNot() throws Exception {
    RecordMaker maker =
        (ref, source, allowance) -> {
          allowance.claim(1L << 40);
          if (source[0] % 10 == 3) {
            hang();
          }
          return new MadeRecord(source, false);
        };
    List<String> outcomes = new ArrayList<>();
    try (ConvertAhead ahead = ahead(maker)) {
      while (ahead.hasNext()) {
        outcomes.add(outcome(ahead.next()));
      }
    }
    assertEquals(FILES, outcomes.size());
    for (int i = 0; i < FILES; i++) {
      assertEquals(i % 10 == 3 ? Reason.TOO_SLOW.toString() : "" + i, outcomes.get(i));
    }
  }

  @Test
  void aFaultOfTheProgramIsNoRejection() throws Exception {
    RecordMaker maker =
        (ref, source, allowance) -> {
          throw new IllegalArgumentException("a bug");
        };
    try (ConvertAhead ahead = ahead(maker)) {
      assertEquals(true, ahead.hasNext());
      IllegalStateException e = assertThrows(IllegalStateException.class, ahead::next);
      assertEquals("a bug", e.getCause().getMessage());
    }
  }

  @Test
  void filesThatAreHandedOverAreBoundedInBytesForAllShards() throws Exception {
    Converters converters = new Converters(4, new MemoryBudget(1), 100 << 20);
    Iterator<ImageRef> refs = refs(40 << 20).iterator();
    Iterator<ImageRef> ofAnotherShard = refs(40 << 20).iterator();
    ConvertAhead another = ahead(ofAnotherShard, ConvertAheadTest::copy, converters);
    try (ConvertAhead ahead = ahead(refs, ConvertAheadTest::copy, converters)) {
      assertTrue(ahead.hasNext());
      assertEquals("3", refs.next().key(), "of 40 MiB each, three reach 100 MiB");
      assertTrue(another.hasNext());
      assertEquals("1", ofAnotherShard.next().key(), "one, so that every shard goes on");
      another.close();
      ahead.next();
      assertTrue(ahead.hasNext());
      assertEquals("5", refs.next().key(), "one came back, another one was handed over");
    }
    Iterator<ImageRef> afterwards = refs(40 << 20).iterator();
    try (ConvertAhead ahead = ahead(afterwards, ConvertAheadTest::copy, converters)) {
      assertTrue(ahead.hasNext());
      assertEquals("3", afterwards.next().key(), "what was given up takes no room");
    }
  }

  @Test
  void nothingIsLeftOfNothing() throws Exception {
    try (ConvertAhead ahead =
        ahead(
            Collections.emptyIterator(),
            ConvertAheadTest::copy,
            new Converters(1, new MemoryBudget(1), 1))) {
      assertFalse(ahead.hasNext());
    }
  }

  private ConvertAhead ahead(RecordMaker maker) throws Exception {
    return ahead(refs(1).iterator(), maker, new Converters(1, new MemoryBudget(1), 1 << 20));
  }

  private ConvertAhead ahead(Iterator<ImageRef> refs, RecordMaker maker, Converters converters) {
    ReadAhead reads = new ReadAhead(new SourceReader(1 << 30), readers, new ReadPace(1), refs);
    return new ConvertAhead(reads, maker, 1, converters);
  }

  private List<ImageRef> refs(long bytes) throws Exception {
    List<ImageRef> refs = new ArrayList<>();
    for (int i = 0; i < FILES; i++) {
      Path file = Files.write(folder.resolve(i + ".jpg"), new byte[] {(byte) i});
      refs.add(ImageRef.of(file.toString(), "" + i, "label", "train", bytes, 0, false));
    }
    return refs;
  }

  private static MadeRecord copy(ImageRef ref, byte[] source, Allowance allowance) {
    return new MadeRecord(source, false);
  }

  private static String outcome(Conversion conversion) {
    try {
      return "" + conversion.record().bytes()[0];
    } catch (RejectedException e) {
      return e.reason().toString();
    }
  }

  private void hang() {
    boolean interrupted = true;
    while (interrupted) {
      try {
        never.await();
        interrupted = false;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
  }
}
