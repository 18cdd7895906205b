package dev.darkroom.benchmark.report.page;

import dev.darkroom.benchmark.report.summary.Numbers;
import dev.darkroom.benchmark.statistics.Coefficient;

/** Values as the cells of tables have them. */
final class Cells {
  private Cells() {}

  /** A parameter with its interval, or with the word that it stopped at a bound. */
  static String coefficient(Coefficient coefficient) {
    return coefficient.interval() == null
        ? Numbers.amount(coefficient.estimate()) + " (bound)"
        : Numbers.amount(coefficient.estimate(), coefficient.interval());
  }
}
