package dev.darkroom.benchmark.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BootstrapTest {
  private static final Bootstrap BOOTSTRAP = Bootstrap.seeded(0);

  static Stream<Golden> samples() {
    return Golden.cases("bootstrap_median");
  }

  static Stream<Golden> cells() {
    return Golden.cases("bootstrap_ratio");
  }

  @ParameterizedTest
  @MethodSource("samples")
  void medianAgreesWithSciPy(Golden golden) {
    Interval interval = BOOTSTRAP.median(golden.numbers("sample")).interval();

    assertInterval(golden, interval, 0.004);
  }

  @ParameterizedTest
  @MethodSource("cells")
  void ratioAgreesWithNumPy(Golden golden) {
    Estimate ratio = BOOTSTRAP.ratioOfMedians(StratifiedRankTestTest.cells(golden));

    assertEquals(golden.number("value"), ratio.value(), 1e-12);
    assertInterval(golden, ratio.interval(), 0.01);
  }

  /** Both are drawn at random; the ends differ by what 10,000 drawings do. */
  private static void assertInterval(Golden golden, Interval interval, double tolerance) {
    assertNotNull(interval);
    assertEquals(golden.number("low"), interval.low(), tolerance * golden.number("low"));
    assertEquals(golden.number("high"), interval.high(), tolerance * golden.number("high"));
  }

  @Test
  void aSingleTrialGivesNoInterval() {
    assertNull(BOOTSTRAP.median(5).interval());
    assertNull(BOOTSTRAP.ratioOfMedians(List.of(pair(10, 5))).interval());
    assertNotNull(BOOTSTRAP.ratioOfMedians(List.of(pair(10, 5), pair(11, 5))).interval());
  }

  @Test
  void noCellsGiveNoRatio() {
    assertThrows(IllegalArgumentException.class, () -> BOOTSTRAP.ratioOfMedians(List.of()));
  }

  @Test
  void whatIsAskedBeforeChangesNothing() {
    double[] sample = {1, 3, 4, 8, 9, 15, 16};
    Bootstrap asked = Bootstrap.seeded(3);
    asked.median(2, 7, 1, 8);

    assertEquals(Bootstrap.seeded(3).median(sample), asked.median(sample));
  }

  @Test
  void whatMovesBothSamplesOfACellLeavesTheRatioNarrow() {
    List<CellPair> cells = new ArrayList<>();
    for (double level = 1; level < 1000; level *= 2) {
      cells.add(pair(4 * level, level));
    }

    assertEquals(Interval.of(4, 4), BOOTSTRAP.ratioOfMedians(cells).interval());
  }

  @Test
  void mostIntervalsCoverTheTruth() {
    Random random = new Random(2);
    int covered = 0;
    int runs = 150;
    for (int run = 0; run < runs; run++) {
      List<CellPair> cells = new ArrayList<>();
      for (int cell = 0; cell < 8; cell++) {
        cells.add(CellPair.of(noisy(random, 460), noisy(random, 100)));
      }
      Interval interval = BOOTSTRAP.ratioOfMedians(cells).interval();
      covered += interval != null && interval.contains(4.6) ? 1 : 0;
    }
    assertTrue(covered >= 0.9 * runs, covered + " of " + runs);
  }

  private static double[] noisy(Random random, double level) {
    return random.doubles(3).map(noise -> level * (0.9 + 0.2 * noise)).toArray();
  }

  private static CellPair pair(double first, double second) {
    return CellPair.of(new double[] {first}, new double[] {second});
  }
}
