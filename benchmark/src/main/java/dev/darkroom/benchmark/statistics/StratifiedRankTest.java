package dev.darkroom.benchmark.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.apache.commons.statistics.ranking.NaturalRanking;

/**
 * Mann and Whitney's test over the cells of a grid: values are ranked within their cell, so that
 * differences between cells neither hide nor make a difference between the samples. The statistic
 * is van Elteren's (1960), each cell's rank sum weighted by 1 / (n + 1). Its p value is two-sided
 * and comes from seeded shuffles within the cells, and so holds for small cells and ties as well.
 */
public final class StratifiedRankTest {
  private static final int SHUFFLES = 10_000;
  private static final double ROUNDING = 1e-9;

  private StratifiedRankTest() {}

  /** The chance of a difference at least so large between samples that do not differ. */
  public static double p(List<CellPair> cells, long seed) {
    List<Stratum> strata = new ArrayList<>();
    cells.forEach(cell -> strata.add(new Stratum(cell)));
    double observed = distance(strata, Stratum::deviation) - ROUNDING;
    SplittableRandom random = new SplittableRandom(seed);
    int asLarge = 1; // The arrangement that was observed is one of those possible.
    for (int i = 0; i < SHUFFLES; i++) {
      if (distance(strata, stratum -> stratum.shuffledDeviation(random)) >= observed) {
        asLarge++;
      }
    }
    return asLarge / (SHUFFLES + 1.0);
  }

  private static double distance(List<Stratum> strata, ToDoubleFunction<Stratum> deviation) {
    return Math.abs(strata.stream().mapToDouble(deviation).sum());
  }

  private static final class Stratum {
    private final double[] ranks;
    private final int firsts;

    Stratum(CellPair cell) {
      firsts = cell.first().length;
      double[] values = Arrays.copyOf(cell.first(), firsts + cell.second().length);
      System.arraycopy(cell.second(), 0, values, firsts, cell.second().length);
      ranks = new NaturalRanking().apply(values);
    }

    /** How far the first sample's rank sum is from what is expected of it, weighted. */
    double deviation() {
      double sum = 0;
      for (int i = 0; i < firsts; i++) {
        sum += ranks[i];
      }
      return sum / (ranks.length + 1) - firsts / 2.0;
    }

    double shuffledDeviation(SplittableRandom random) {
      for (int i = 0; i < firsts; i++) {
        int other = i + random.nextInt(ranks.length - i);
        double rank = ranks[i];
        ranks[i] = ranks[other];
        ranks[other] = rank;
      }
      return deviation();
    }
  }
}
