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
    double[] drawn = new double[sample.length];
    Interval interval =
        interval(
            sample.length > 1,
            random -> {
              draw(sample, random, drawn, 0);
              return Quantiles.medianOfFirst(drawn.length, drawn);
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
    boolean varies = cells.size() > 1 || first.length > 1 || second.length > 1;
    int most = cells.stream().mapToInt(cell -> cell.first().length).max().orElse(0);
    int mostSecond = cells.stream().mapToInt(cell -> cell.second().length).max().orElse(0);
    double[] drawnFirst = new double[cells.size() * most];
    double[] drawnSecond = new double[cells.size() * mostSecond];
    Interval interval =
        interval(
            varies,
            random -> {
              int firsts = 0;
              int seconds = 0;
              for (int i = 0; i < cells.size(); i++) {
                CellPair cell = cells.get(random.nextInt(cells.size()));
                firsts = draw(cell.first(), random, drawnFirst, firsts);
                seconds = draw(cell.second(), random, drawnSecond, seconds);
              }
              return Quantiles.medianOfFirst(firsts, drawnFirst)
                  / Quantiles.medianOfFirst(seconds, drawnSecond);
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

  private static int draw(double[] sample, SplittableRandom random, double[] target, int from) {
    for (int i = 0; i < sample.length; i++) {
      target[from + i] = sample[random.nextInt(sample.length)];
    }
    return from + sample.length;
  }

  private static double[] pool(List<CellPair> cells, Function<CellPair, double[]> sample) {
    return cells.stream().flatMapToDouble(cell -> Arrays.stream(sample.apply(cell))).toArray();
  }
}
