package dev.darkroom.benchmark.conversion;

import dev.darkroom.benchmark.statistics.Quantiles;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Runs by row and round, and the table of their medians. A fraction of the ceiling is the median of
 * the fractions within each round, so that a machine that drifts between rounds does not move it.
 * Not thread-safe.
 */
final class ResultTable {
  private static final String HEAD =
      String.format(
          "%-10s %8s %10s %12s %10s %9s %10s %9s %12s %10s%n%-10s %8s %10s %12s %10s %9s %10s %9s"
              + " %12s %10s%n",
          "",
          "",
          "img/s",
          "img/s after",
          "img/s",
          "start-up",
          "CPU s per",
          "peak RSS",
          "of ceiling",
          "of ceiling",
          "",
          "images",
          "converting",
          "start-up",
          "whole",
          "s",
          "1,000 img",
          "MiB",
          "after st.-up",
          "whole");

  private final String ceiling;
  private final Map<String, List<Run>> rows = new LinkedHashMap<>();

  /**
   * Makes an empty table.
   *
   * @param ceiling the row that the others are held against
   */
  ResultTable(String ceiling) {
    this.ceiling = ceiling;
  }

  /** Adds the next round's run to a row. */
  void add(String row, Run run) {
    rows.computeIfAbsent(row, name -> new ArrayList<>()).add(run);
  }

  /** The table, for people. */
  String text() {
    StringBuilder text = new StringBuilder(HEAD);
    rows.forEach((name, runs) -> text.append(line(name, runs)));
    return text.toString();
  }

  private String line(String name, List<Run> runs) {
    return String.format(
        "%-10s %8d %10.0f %12.0f %10.0f %9.1f %10.2f %9.0f %11.0f%% %9.0f%%%n",
        name,
        runs.get(0).images(),
        median(runs, Run::convertingRate),
        median(runs, Run::rateAfterStartUp),
        median(runs, Run::wholeRate),
        median(runs, Run::startUpSeconds),
        median(runs, Run::cpuSecondsPerThousand),
        median(runs, Run::peakMebibytes),
        100 * fraction(name, Run::rateAfterStartUp),
        100 * fraction(name, Run::wholeRate));
  }

  /** A row's rate divided by the ceiling's of the same round: the median of all rounds. */
  double fraction(String row, ToDoubleFunction<Run> rate) {
    List<Run> runs = rows.get(row);
    double[] fractions = new double[runs.size()];
    for (int round = 0; round < fractions.length; round++) {
      fractions[round] =
          rate.applyAsDouble(runs.get(round)) / rows.get(ceiling).get(round).convertingRate();
    }
    return Quantiles.median(fractions);
  }

  private static double median(List<Run> runs, ToDoubleFunction<Run> value) {
    return Quantiles.median(runs.stream().mapToDouble(value).toArray());
  }
}
