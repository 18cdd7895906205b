package dev.darkroom.benchmark.statistics;

import com.google.common.collect.ImmutableList;

/** A parameter of a curve and the bounds that it may reach. Immutable. */
final class Parameter {
  private final String name;
  private final ImmutableList<Double> bounds;

  private Parameter(String name, ImmutableList<Double> bounds) {
    this.name = name;
    this.bounds = bounds;
  }

  static Parameter free(String name) {
    return new Parameter(name, ImmutableList.of());
  }

  static Parameter notNegative(String name) {
    return new Parameter(name, ImmutableList.of(0.0));
  }

  static Parameter fraction(String name) {
    return new Parameter(name, ImmutableList.of(0.0, 1.0));
  }

  String name() {
    return name;
  }

  /** The lower bound and the upper one, as far as there are any. */
  ImmutableList<Double> bounds() {
    return bounds;
  }

  boolean allows(double value) {
    return (bounds.isEmpty() || value >= bounds.get(0))
        && (bounds.size() < 2 || value <= bounds.get(1));
  }
}
