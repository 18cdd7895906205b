package dev.darkroom.benchmark.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.darkroom.benchmark.results.Stage;
import dev.darkroom.benchmark.results.StageSummary;
import org.junit.jupiter.api.Test;

class StageTimesTest {
  private static StageTimes upTo(int first, int last) {
    StageTimes times = new StageTimes();
    for (int micros = first; micros <= last; micros++) {
      times.add(Stage.READ, 1000L * micros);
    }
    return times;
  }

  @Test
  void summariesAreOfAllTimes() {
    StageSummary summary = upTo(1, 10_000).summaries().get(Stage.READ);

    assertEquals(10_000, summary.count());
    assertEquals(50_005_000, summary.sum());
    assertEquals(1, summary.min());
    assertEquals(10_000, summary.max());
    assertEquals(5_000.0, (double) summary.p50(), 10);
    assertEquals(9_000.0, (double) summary.p90(), 10);
    assertEquals(9_900.0, (double) summary.p99(), 10);
  }

  @Test
  void microsecondsAreRounded() {
    StageTimes times = new StageTimes();
    times.add(Stage.OPEN, 1_499);
    times.add(Stage.OPEN, 1_500);

    assertEquals(3, times.summaries().get(Stage.OPEN).sum());
  }

  @Test
  void travelAndAddUp() {
    StageTimes some = StageTimes.decode(upTo(1, 4_000).encode());
    some.add(StageTimes.decode(upTo(4_001, 10_000).encode()));

    assertEquals(upTo(1, 10_000).summaries(), some.summaries());
    assertTrue(StageTimes.decode(new StageTimes().encode()).summaries().isEmpty());
  }
}
