package dev.darkroom.benchmark.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StratifiedRankTestTest {
  static Stream<Golden> cells() {
    return Golden.cases("stratified");
  }

  @ParameterizedTest
  @MethodSource("cells")
  void agreesWithAllArrangements(Golden golden) {
    double exact = golden.number("p");

    double p = StratifiedRankTest.p(cells(golden), 7);

    double errorOfShuffling = Math.sqrt(exact * (1 - exact) / 10_000);
    assertEquals(exact, p, 4 * errorOfShuffling + 1e-4);
  }

  static List<CellPair> cells(Golden golden) {
    List<CellPair> cells = new ArrayList<>();
    for (JsonNode cell : golden.fields().required("cells")) {
      cells.add(CellPair.of(Golden.numbers(cell.get(0)), Golden.numbers(cell.get(1))));
    }
    return cells;
  }

  @Test
  void cellsThatDifferHideNoDifferenceBetweenTheSamples() {
    List<CellPair> cells = new ArrayList<>();
    List<Double> first = new ArrayList<>();
    List<Double> second = new ArrayList<>();
    for (double level = 10; level <= 1e6; level *= 10) {
      cells.add(
          CellPair.of(
              new double[] {level, 1.01 * level, 1.02 * level},
              new double[] {1.2 * level, 1.21 * level, 1.22 * level}));
      first.add(level);
      second.add(1.2 * level);
    }

    assertTrue(StratifiedRankTest.p(cells, 0) < 0.001);
    assertTrue(MannWhitney.compare(array(first), array(second)).p() > 0.5);
  }

  @Test
  void aDifferenceMayBeCertainAndSmall() {
    List<CellPair> cells = new ArrayList<>();
    for (double level = 10; level <= 1e6; level *= 10) {
      cells.add(
          CellPair.of(
              new double[] {1.08 * level, 1.081 * level, 1.082 * level},
              new double[] {level, 1.001 * level, 1.002 * level}));
    }

    assertTrue(StratifiedRankTest.p(cells, 0) < 0.001);
    assertTrue(StratifiedRankTest.pBeyond(1.05, cells, 0) < 0.001);
    assertEquals(1, StratifiedRankTest.pBeyond(1.10, cells, 0));
  }

  @Test
  void theSideOfADifferenceDoesNotMatter() {
    List<CellPair> rising = new ArrayList<>();
    List<CellPair> falling = new ArrayList<>();
    Random random = new Random(5);
    for (int cell = 1; cell <= 6; cell++) {
      double[] low = rates(random, cell);
      double[] high = Arrays.stream(rates(random, cell)).map(rate -> 1.07 * rate).toArray();
      rising.add(CellPair.of(high, low));
      falling.add(CellPair.of(low, high));
    }

    double p = StratifiedRankTest.pBeyond(1.05, rising, 0);

    assertTrue(p > 0.001 && p < 0.5, "" + p);
    assertEquals(p, StratifiedRankTest.pBeyond(1.05, falling, 0), 0.02);
  }

  @Test
  void samplesThatDoNotDifferRarelySeemTo() {
    Random random = new Random(1);
    int seemsToDiffer = 0;
    for (int run = 0; run < 200; run++) {
      List<CellPair> cells = new ArrayList<>();
      for (int cell = 1; cell <= 6; cell++) {
        cells.add(CellPair.of(rates(random, cell), rates(random, cell)));
      }
      seemsToDiffer += StratifiedRankTest.p(cells, run) <= 0.05 ? 1 : 0;
    }
    // 10 expected, standard deviation 3.
    assertTrue(seemsToDiffer >= 2 && seemsToDiffer <= 20, "" + seemsToDiffer);
  }

  private static double[] rates(Random random, int level) {
    return random.doubles(3, 100 * level, 110 * level).toArray();
  }

  private static double[] array(List<Double> values) {
    return values.stream().mapToDouble(value -> value).toArray();
  }
}
