package dev.darkroom.benchmark.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.darkroom.benchmark.results.Mode;
import dev.darkroom.benchmark.results.Rows;
import dev.darkroom.benchmark.results.TrialRow;
import java.util.List;
import org.junit.jupiter.api.Test;

class CompanyTest {
  private static TrialRow row(Mode mode, int trial, long begin, double seconds) {
    return Rows.row()
        .mode(mode)
        .concurrentTrials(mode == Mode.CONTENTION ? 2 : 1)
        .trial(trial)
        .startedAtEpochMillis(begin)
        .seconds(seconds)
        .build();
  }

  @Test
  void isolatedTrialsFollowOneAnother() {
    assertEquals(
        List.of(),
        Company.breaches(
            List.of(row(Mode.ISOLATION, 1, 2000, 1), row(Mode.ISOLATION, 0, 1000, 1)), false));
    assertEquals(
        List.of("trials 0 and 1 ran at the same time"),
        Company.breaches(
            List.of(row(Mode.ISOLATION, 0, 1000, 1.1), row(Mode.ISOLATION, 1, 2000, 1)), false));
  }

  @Test
  void contendingTrialsAreTogetherForHalfOfTheLongest() {
    assertEquals(
        List.of(),
        Company.breaches(
            List.of(row(Mode.CONTENTION, 0, 1000, 1), row(Mode.CONTENTION, 1, 1400, 1)), false));
    assertEquals(
        List.of("the 2 trials of round 1 were together for 400 of 1000 ms"),
        Company.breaches(
            List.of(row(Mode.CONTENTION, 2, 1000, 1), row(Mode.CONTENTION, 3, 1600, 1)), false));
    assertEquals(
        List.of("the 2 trials of round 0 were together for 0 of 1000 ms"),
        Company.breaches(
            List.of(row(Mode.CONTENTION, 0, 1000, 1), row(Mode.CONTENTION, 1, 5000, 1)), false));
  }

  @Test
  void lanesOfOneCallAreTogetherHoweverSlowTheirThreadsAre() {
    assertEquals(
        List.of(),
        Company.breaches(
            List.of(row(Mode.CONTENTION, 0, 1000, 1), row(Mode.CONTENTION, 1, 5000, 1)), true));
  }
}
