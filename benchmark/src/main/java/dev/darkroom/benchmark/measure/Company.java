package dev.darkroom.benchmark.measure;

import dev.darkroom.benchmark.results.Mode;
import dev.darkroom.benchmark.results.TrialRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Whether trials ran in the company they were to have: none in isolation, that of all lanes in
 * contention. By the instants the workers tell, whose clocks may be some milliseconds apart. Lanes
 * of one call are together by construction.
 */
final class Company {
  private static final double LEAST_SHARE = 0.5;

  private Company() {}

  /**
   * All breaches, a sentence each.
   *
   * @param oneCall whether all lanes were threads of one call
   */
  static List<String> breaches(List<TrialRow> rows, boolean oneCall) {
    List<String> breaches = new ArrayList<>();
    List<TrialRow> alone =
        rows.stream()
            .filter(row -> row.mode() != Mode.CONTENTION)
            .sorted(Comparator.comparingLong(TrialRow::startedAtEpochMillis))
            .collect(Collectors.toList());
    for (int i = 1; i < alone.size(); i++) {
      TrialRow before = alone.get(i - 1);
      if (alone.get(i).startedAtEpochMillis() + 1 < end(before)) {
        breaches.add(
            "trials " + before.trial() + " and " + alone.get(i).trial() + " ran at the same time");
      }
    }
    rows.stream()
        .filter(row -> !oneCall && row.mode() == Mode.CONTENTION && row.failure() == null)
        .collect(Collectors.groupingBy(row -> row.trial() / row.concurrentTrials()))
        .forEach((round, lanes) -> together(round, lanes, breaches));
    return breaches;
  }

  private static void together(int round, List<TrialRow> lanes, List<String> breaches) {
    long begin = lanes.stream().mapToLong(TrialRow::startedAtEpochMillis).max().orElseThrow();
    double end = lanes.stream().mapToDouble(Company::end).min().orElseThrow();
    double longest = 1000 * lanes.stream().mapToDouble(TrialRow::seconds).max().orElseThrow();
    if (end - begin < LEAST_SHARE * longest) {
      breaches.add(
          String.format(
              "the %d trials of round %d were together for %.0f of %.0f ms",
              lanes.size(), round, Math.max(0, end - begin), longest));
    }
  }

  private static double end(TrialRow row) {
    return row.startedAtEpochMillis() + 1000 * row.seconds();
  }
}
