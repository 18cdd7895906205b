package dev.darkroom.benchmark.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
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
    return shuffled(strata(cells, 1), seed);
  }

  /**
   * The chance of a difference at least so large between samples whose ratio is as far from 1 as
   * {@code ratio} is, to the side on which these differ: a minimum-effect test (Murphy and Myors,
   * 1999). It is 1 where these differ by less.
   *
   * @param ratio above 1
   */
  public static double pBeyond(double ratio, List<CellPair> cells, long seed) {
    double observed = deviation(strata(cells, 1));
    List<Stratum> lessened = strata(cells, observed > 0 ? ratio : 1 / ratio);
    return deviation(lessened) * observed > 0 ? shuffled(lessened, seed) : 1;
  }

  private static List<Stratum> strata(List<CellPair> cells, double factorOfSecond) {
    List<Stratum> strata = new ArrayList<>();
    cells.forEach(cell -> strata.add(new Stratum(cell, factorOfSecond)));
    return strata;
  }

  private static double shuffled(List<Stratum> strata, long seed) {
    double observed = Math.abs(deviation(strata)) - ROUNDING;
    SplittableRandom random = new SplittableRandom(seed);
    int asLarge = 1; // The arrangement that was observed is one of those possible.
    for (int i = 0; i < SHUFFLES; i++) {
      strata.forEach(stratum -> stratum.shuffle(random));
      if (Math.abs(deviation(strata)) >= observed) {
        asLarge++;
      }
    }
    return asLarge / (SHUFFLES + 1.0);
  }

  /** How far the first samples' rank sums are from what is expected of them, weighted. */
  private static double deviation(List<Stratum> strata) {
    return strata.stream().mapToDouble(Stratum::deviation).sum();
  }

  private static final class Stratum {
    private final double[] ranks;
    private final int firsts;

    Stratum(CellPair cell, double factorOfSecond) {
      firsts = cell.first().length;
      double[] values = Arrays.copyOf(cell.first(), firsts + cell.second().length);
      for (int i = firsts; i < values.length; i++) {
        values[i] = factorOfSecond * cell.second()[i - firsts];
      }
      ranks = new NaturalRanking().apply(values);
    }

    double deviation() {
      double sum = 0;
      for (int i = 0; i < firsts; i++) {
        sum += ranks[i];
      }
      return sum / (ranks.length + 1) - firsts / 2.0;
    }

    void shuffle(SplittableRandom random) {
      for (int i = 0; i < firsts; i++) {
        int other = i + random.nextInt(ranks.length - i);
        double rank = ranks[i];
        ranks[i] = ranks[other];
        ranks[other] = rank;
      }
    }
  }
}
