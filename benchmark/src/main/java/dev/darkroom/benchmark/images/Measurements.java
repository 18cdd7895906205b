package dev.darkroom.benchmark.images;

import static java.util.stream.Collectors.toList;

import dev.darkroom.benchmark.statistics.Quantiles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** All that was measured, in order. Not safe for use by several threads. */
final class Measurements {
  private final List<Measurement> all = new ArrayList<>();

  void addAll(List<Measurement> measured) {
    all.addAll(measured);
  }

  List<Measurement> all() {
    return Collections.unmodifiableList(all);
  }

  /** A contestant's, round by round; none if it was not measured. */
  List<Measurement> of(PhotoSet set, Contestant contestant) {
    return all.stream()
        .filter(m -> m.set() == set && m.contestant() == contestant)
        .collect(toList());
  }

  /** The median of the rounds. */
  double median(PhotoSet set, Contestant contestant, ToDoubleFunction<Measurement> value) {
    return Quantiles.median(of(set, contestant).stream().mapToDouble(value).toArray());
  }

  /**
   * How many images one converts in the processor time in which the other converts one, in each
   * round, in ascending order; none if one of them was not measured.
   */
  double[] ratios(PhotoSet set, Contestant one, Contestant other) {
    List<Measurement> ones = of(set, one);
    List<Measurement> others = of(set, other);
    double[] ratios = new double[Math.min(ones.size(), others.size())];
    for (int round = 0; round < ratios.length; round++) {
      ratios[round] = ones.get(round).imagesPerCpuSecond() / others.get(round).imagesPerCpuSecond();
    }
    Arrays.sort(ratios);
    return ratios;
  }
}
