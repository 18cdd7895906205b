package dev.darkroom.benchmark.statistics;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Holm's correction (1979): that one of many tests finds something by chance stays unlikely. */
public final class Holm {
  private Holm() {}

  /**
   * The p values, in their order: of n, the k-th smallest counts n - k + 1 times, and 1 at most.
   */
  public static double[] adjust(double... p) {
    List<Integer> ascending =
        IntStream.range(0, p.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> p[i]))
            .collect(Collectors.toList());
    double[] adjusted = new double[p.length];
    double least = 0;
    for (int rank = 0; rank < p.length; rank++) {
      int i = ascending.get(rank);
      least = Math.max(least, Math.min(1, (p.length - rank) * p[i]));
      adjusted[i] = least;
    }
    return adjusted;
  }
}
