package dev.darkroom.transforms.convert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.darkroom.transforms.dataset.ImageRef;
import dev.darkroom.transforms.rejection.Reason;
import dev.darkroom.transforms.rejection.RejectedException;
import dev.darkroom.transforms.storage.ReadAhead;
import dev.darkroom.transforms.storage.ReadPace;
import dev.darkroom.transforms.storage.SourceReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
        (ref, source, memory) -> {
          memory.claim(1L << 40);
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
        (ref, source, memory) -> {
          throw new IllegalArgumentException("a bug");
        };
    try (ConvertAhead ahead = ahead(maker)) {
      assertEquals(true, ahead.hasNext());
      IllegalStateException e = assertThrows(IllegalStateException.class, ahead::next);
      assertEquals("a bug", e.getCause().getMessage());
    }
  }

  @Test
  void nothingIsLeftOfNothing() throws Exception {
    try (ConvertAhead ahead =
        new ConvertAhead(
            new ReadAhead(
                new SourceReader(10), readers, new ReadPace(1), List.<ImageRef>of().iterator()),
            (ref, source, memory) -> new MadeRecord(source, false),
            1,
            new Converters(1, new MemoryBudget(1)))) {
      assertFalse(ahead.hasNext());
    }
  }

  private ConvertAhead ahead(RecordMaker maker) throws Exception {
    List<ImageRef> refs = new ArrayList<>();
    for (int i = 0; i < FILES; i++) {
      Path file = Files.write(folder.resolve(i + ".jpg"), new byte[] {(byte) i});
      refs.add(ImageRef.of(file.toString(), "k" + i, "label", "train", 1, 0, false));
    }
    ReadAhead reads =
        new ReadAhead(new SourceReader(10), readers, new ReadPace(1), refs.iterator());
    return new ConvertAhead(reads, maker, 1, new Converters(1, new MemoryBudget(1)));
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
