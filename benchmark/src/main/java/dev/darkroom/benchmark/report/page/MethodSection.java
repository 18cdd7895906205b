package dev.darkroom.benchmark.report.page;

import dev.darkroom.benchmark.report.markup.Markup;
import dev.darkroom.benchmark.report.summary.Counts;
import dev.darkroom.benchmark.report.summary.Numbers;
import dev.darkroom.benchmark.report.summary.RunFacts;
import dev.darkroom.benchmark.results.PageCache;
import dev.darkroom.benchmark.statistics.Bootstrap;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** How it was measured, and what each number is. */
final class MethodSection implements Section {
  @Override
  public String id() {
    return "method";
  }

  @Override
  public String title() {
    return "Method";
  }

  @Override
  public void write(Markup out, Content content) {
    Counts counts = content.results().trials();
    List<String> points = new ArrayList<>();
    points.add(
        String.format(
            Locale.ROOT,
            "%,d trials count. %,d warmed up and %,d failed; these are kept below and enter no"
                + " number.",
            counts.measured(),
            counts.warmup(),
            counts.failed()));
    points.add(
        "A trial’s rate is the images that it really read divided by its own time on a monotonic"
            + " clock. Starting, planning and listing are no part of it.");
    for (RunFacts run : content.results().runs()) {
      points.add(
          String.format(
              "Run %s took %s from its first trial to its last, of which %s inside trials.",
              run.run(), Numbers.seconds(run.seconds()), Numbers.seconds(run.secondsInTrials())));
    }
    points.add("The page cache was " + pageCache(content) + ".");
    points.add(
        "Every repetition is a trial of its own and counts. Medians are over all of a setting’s"
            + " trials; trials of different settings are never pooled.");
    points.add(
        String.format(
            Locale.ROOT,
            "Intervals are 95 %% percentile intervals of %,d seeded resamplings. Those of ratios"
                + " draw cells of batch size and count, and then trials of both formats from each:"
                + " they cover the spread of the grid, not of repetitions alone.",
            Bootstrap.RESAMPLES));
    points.add(
        "Mann–Whitney p is two-sided, exact below 50 trials without ties, else the normal"
            + " approximation with corrections for ties and continuity.");
    points.add(
        "Trials in contention and scans are told of apart from trials alone, and never mixed with"
            + " them.");
    points.add("results.json, beside this page, has every number; the trials’ files rebuild both.");
    Prose.list(out, points);
  }

  private static String pageCache(Content content) {
    return content.trials().stream()
        .map(row -> row.pageCache())
        .collect(Collectors.toCollection(TreeSet::new))
        .stream()
        .map(MethodSection::words)
        .collect(Collectors.joining("; "));
  }

  private static String words(PageCache cache) {
    switch (cache) {
      case WARM:
        return "warm: all data was read just before";
      case DROPPED:
        return "dropped before each trial";
      case REMOTE:
        return "not in play, as the data came over the network";
      default:
        return "in an unknown state";
    }
  }
}
