package dev.darkroom.benchmark.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.darkroom.benchmark.results.Depth;
import dev.darkroom.benchmark.results.Format;
import dev.darkroom.benchmark.results.Order;
import dev.darkroom.benchmark.results.Phase;
import dev.darkroom.benchmark.results.Rows;
import dev.darkroom.benchmark.results.TrialRow;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LanesTest {
  private static final Trial TRIAL =
      Trial.of(
          0, 0, Phase.MEASURED, 0, Cell.of(Format.RAW, Depth.BYTES, 1, 1, 1, Order.SEQUENTIAL));

  private static TrialRow row(int lane) {
    return Rows.row().trial(lane).build();
  }

  @Test
  void allBeginTogetherAndTheirRowsAreInOrder() throws Exception {
    CountDownLatch running = new CountDownLatch(3);
    List<Lanes.Lane> three =
        IntStream.of(2, 0, 1)
            .<Lanes.Lane>mapToObj(
                lane ->
                    (trial, together, enough) -> {
                      together.await();
                      running.countDown();
                      running.await();
                      return row(lane);
                    })
            .toList();

    try (Lanes lanes = new Lanes(three)) {
      assertEquals(List.of(0, 1, 2), lanes.run(TRIAL).stream().map(TrialRow::trial).toList());
    }
  }

  @Test
  void aSingleOneRunsInTheCallersThread() throws Exception {
    Thread[] ran = new Thread[1];
    Lanes.Lane one =
        (trial, together, enough) -> {
          together.await();
          ran[0] = Thread.currentThread();
          return row(0);
        };

    try (Lanes lanes = new Lanes(List.of(one))) {
      lanes.run(TRIAL);
    }
    assertSame(Thread.currentThread(), ran[0]);
  }

  @Test
  void nobodyWaitsForALaneThatFailed() throws Exception {
    CountDownLatch stopped = new CountDownLatch(1);
    Lanes.Lane waiting =
        (trial, together, enough) -> {
          try {
            together.await();
          } finally {
            stopped.countDown();
          }
          return row(0);
        };
    Lanes.Lane failing =
        (trial, together, enough) -> {
          throw new IOException("no disk");
        };

    try (Lanes lanes = new Lanes(List.of(waiting, failing))) {
      assertEquals("no disk", assertThrows(IOException.class, () -> lanes.run(TRIAL)).getMessage());
    }
    assertTrue(stopped.await(30, TimeUnit.SECONDS));
  }

  @Test
  void oneThatHasReadEnoughReadsOnUntilAllHave() throws Exception {
    CountDownLatch readOn = new CountDownLatch(1);
    Lanes.Lane quick =
        (trial, together, enough) -> {
          together.await();
          while (!enough.getAsBoolean()) {
            readOn.countDown();
          }
          return row(0);
        };
    Lanes.Lane slow =
        (trial, together, enough) -> {
          together.await();
          readOn.await();
          return row(1);
        };

    try (Lanes lanes = new Lanes(List.of(quick, slow))) {
      assertEquals(2, lanes.run(TRIAL).size());
    }
  }
}
