package dev.darkroom.benchmark.statistics;

/** Two samples taken under equal conditions, in one cell of a grid. Immutable. */
public final class CellPair {
  private final double[] first;
  private final double[] second;

  private CellPair(double[] first, double[] second) {
    this.first = first;
    this.second = second;
  }

  /** Both samples, of one value at least. */
  public static CellPair of(double[] first, double[] second) {
    Quantiles.requireValues(first);
    Quantiles.requireValues(second);
    return new CellPair(first.clone(), second.clone());
  }

  double[] first() {
    return first;
  }

  double[] second() {
    return second;
  }
}
