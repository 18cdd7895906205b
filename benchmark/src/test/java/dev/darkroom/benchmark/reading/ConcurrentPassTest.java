package dev.darkroom.benchmark.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.darkroom.benchmark.Photos;
import dev.darkroom.benchmark.results.Depth;
import dev.darkroom.benchmark.results.Stage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ConcurrentPassTest {
  private static byte[] jpeg;

  @BeforeAll
  static void draw() throws IOException {
    jpeg = Photos.jpeg(40, 30, 5);
  }

  /** Yields images of so many bytes, and does something before each. */
  private record FakeTask(long images, int bytes, Step before) implements ReadTask {
    interface Step {
      void run(int image) throws IOException;
    }

    @Override
    public void run(ImageWork work, Sink sink) throws IOException {
      for (int i = 0; i < images; i++) {
        before.run(i);
        sink.accept(ReadImage.image(Arrays.copyOf(jpeg, bytes), "n" + i, bytes, new StageNanos()));
      }
    }
  }

  private final Tally tally = Tally.ofAllBytes();
  private final PauseClock clock = new PauseClock();

  private void run(int concurrency, int batchSize, List<ReadTask> tasks)
      throws IOException, InterruptedException {
    ImageWork work = ImageTarget.of(Depth.BYTES, 1, 1).work();
    try (ConcurrentPass pass = new ConcurrentPass(concurrency, batchSize)) {
      pass.run(tasks, work, clock, tally);
    }
  }

  private static List<ReadTask> tasks(int count, FakeTask task) {
    List<ReadTask> tasks = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      tasks.add(task);
    }
    return tasks;
  }

  @Test
  void takesAllImagesInBatches() throws IOException, InterruptedException {
    run(4, 10, tasks(7, new FakeTask(9, 1000, i -> {})));

    assertEquals(63, tally.images());
    assertEquals(63_000, tally.imageBytes());
    assertEquals(7, tally.times().summaries().get(Stage.BATCH).count());
    assertEquals(63, tally.endPass().images());
  }

  /** Four reads wait for each other: with fewer in flight, or more, none would end. */
  @Test
  void keepsAsManyReadsInFlightAsAsked() throws IOException, InterruptedException {
    CyclicBarrier all = new CyclicBarrier(4);
    AtomicInteger inFlight = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    FakeTask task =
        new FakeTask(
            1,
            100,
            i -> {
              most.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
              try {
                all.await(20, TimeUnit.SECONDS);
              } catch (Exception e) {
                throw new IOException(e);
              } finally {
                inFlight.decrementAndGet();
              }
            });

    run(4, 3, tasks(12, task));

    assertEquals(12, tally.images());
    assertEquals(4, most.get());
  }

  /** More than is kept at once: readers are held at the gate again and again, and lose nothing. */
  @Test
  void holdsReadersWhileImagesAreTallied() throws IOException, InterruptedException {
    run(3, 8, tasks(6, new FakeTask(200, 50_000, i -> {})));

    assertEquals(1200, tally.images());
    assertEquals(60_000_000, tally.imageBytes());
    assertTrue(clock.seconds() > 0);
  }

  @Test
  void endsWithTheFailureOfARead() {
    FakeTask sound = new FakeTask(50, 100, i -> {});
    FakeTask broken =
        new FakeTask(
            50,
            100,
            i -> {
              if (i == 7) {
                throw new IOException("unplugged");
              }
            });

    IOException failure =
        assertThrows(IOException.class, () -> run(2, 8, List.of(sound, broken, sound, sound)));

    assertEquals("unplugged", failure.getMessage());
    assertTrue(tally.images() >= 7 && tally.images() < 200, "" + tally.images());
  }
}
