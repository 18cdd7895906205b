package dev.darkroom.benchmark.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import javax.annotation.Nullable;

/**
 * Percentile intervals from seeded resampling with replacement (Efron and Tibshirani, 1993, chapter
 * 13). Equal samples and seeds give equal intervals, whatever was asked before. Thread-safe.
 */
public final class Bootstrap {
  /** How often a sample is drawn again. */
  public static final int RESAMPLES = 10_000;

  private static final double TAIL_PERCENT = 100 * (1 - Interval.CONFIDENCE) / 2;

  private final long seed;

  private Bootstrap(long seed) {
    this.seed = seed;
  }

  /** Resampling that follows from a seed. */
  public static Bootstrap seeded(long seed) {
    return new Bootstrap(seed);
  }

  /** The sample's median; one value alone gives no interval. */
  public Estimate median(double... sample) {
    Quantiles.requireValues(sample);
    Draw draw = new Draw(sample);
    int[] places = draw.places(sample);
    Interval interval =
        interval(
            sample.length > 1,
            random -> {
              draw.clear();
              draw(places, random, draw);
              return draw.median();
            });
    return Estimate.of(Quantiles.median(sample), interval, sample.length);
  }

  /**
   * The median of all first samples divided by that of all second ones. Each resampling draws as
   * many cells as there are, and then from both samples of each: what cells have in common stays
   * together, so a factor that moves both samples of a cell does not widen the interval. With one
   * cell this is the plain interval of two samples, and with one value per cell that of pairs.
   */
  public Estimate ratioOfMedians(List<CellPair> cells) {
    double[] first = pool(cells, CellPair::first);
    double[] second = pool(cells, CellPair::second);
    Draw firsts = new Draw(first);
    Draw seconds = new Draw(second);
    int[][] firstPlaces = places(cells, CellPair::first, firsts);
    int[][] secondPlaces = places(cells, CellPair::second, seconds);
    Interval interval =
        interval(
            first.length > 1 || second.length > 1,
            random -> {
              firsts.clear();
              seconds.clear();
              for (int i = 0; i < cells.size(); i++) {
                int cell = random.nextInt(cells.size());
                draw(firstPlaces[cell], random, firsts);
                draw(secondPlaces[cell], random, seconds);
              }
              return firsts.median() / seconds.median();
            });
    double ratio = Quantiles.median(first) / Quantiles.median(second);
    return Estimate.of(ratio, interval, first.length + second.length);
  }

  @Nullable
  private Interval interval(boolean varies, ToDoubleFunction<SplittableRandom> resampling) {
    if (!varies) {
      return null;
    }
    SplittableRandom random = new SplittableRandom(seed);
    double[] statistics = new double[RESAMPLES];
    for (int i = 0; i < RESAMPLES; i++) {
      statistics[i] = resampling.applyAsDouble(random);
    }
    return Interval.of(
        Quantiles.percentile(TAIL_PERCENT, statistics),
        Quantiles.percentile(100 - TAIL_PERCENT, statistics));
  }

  /** Draws as many as there are, each with replacement. */
  private static void draw(int[] places, SplittableRandom random, Draw draw) {
    for (int i = 0; i < places.length; i++) {
      draw.add(places[random.nextInt(places.length)]);
    }
  }

  private static double[] pool(List<CellPair> cells, Function<CellPair, double[]> sample) {
    return cells.stream().flatMapToDouble(cell -> Arrays.stream(sample.apply(cell))).toArray();
  }

  private static int[][] places(
      List<CellPair> cells, Function<CellPair, double[]> sample, Draw draw) {
    return cells.stream().map(cell -> draw.places(sample.apply(cell))).toArray(int[][]::new);
  }
}
