package dev.darkroom.benchmark.conversion;

import static java.util.stream.Collectors.toList;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.darkroom.benchmark.statistics.Quantiles;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResultTableTest {
  private static Run run(double convert, double startUp, double total) {
    return new Run(1000, convert, startUp, total, 4, 512 << 20);
  }

  @ParameterizedTest
  @CsvSource({"3, 3, 3, 3", "1, 2, 9, 2", "9, 1, 2, 2", "2, 2, 1, 2"})
  void medianOfThree(double a, double b, double c, double median) {
    assertEquals(median, Quantiles.median(a, b, c));
  }

  @Test
  void medianOfAnEvenNumberIsTheMeanOfTheTwoInTheMiddle() {
    assertEquals(2.5, Quantiles.median(4, 1, 3, 2));
    assertEquals(7, Quantiles.median(7));
  }

  @Test
  void ratesOfOneRun() {
    Run run = run(2, 5, 10);
    assertEquals(500, run.convertingRate());
    assertEquals(200, run.rateAfterStartUp());
    assertEquals(100, run.wholeRate());
    assertEquals(4, run.cpuSecondsPerThousand());
    assertEquals(512, run.peakMebibytes());
  }

  /** The machine halves its speed in the second round and halves it again in the third. */
  @Test
  void aMachineThatDriftsBetweenRoundsDoesNotMoveTheFraction() {
    ResultTable table = new ResultTable("ceiling");
    for (int slower = 1; slower <= 4; slower *= 2) {
      table.add("ceiling", run(slower, 0, slower));
      table.add("direct", run(slower, 6 * slower, 8 * slower));
    }
    assertEquals(1, table.fraction("ceiling", Run::wholeRate));
    assertEquals(0.5, table.fraction("direct", Run::rateAfterStartUp));
    assertEquals(0.125, table.fraction("direct", Run::wholeRate));
  }

  @Test
  void oneLinePerRowInTheOrderOfTheFirstRound() {
    ResultTable table = new ResultTable("ceiling");
    table.add("ceiling", run(1, 0, 1));
    table.add("spark", run(1.25, 3, 5));
    List<String> lines = table.text().lines().collect(toList());
    assertEquals(4, lines.size());
    assertTrue(
        lines.get(3).matches("spark +1000 +800 +500 +200 +3\\.0 +4\\.00 +512 +50% +20%"),
        lines.get(3));
    assertEquals(lines.get(0).length(), lines.get(3).length());
  }
}
