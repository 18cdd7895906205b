package dev.darkroom.benchmark.report.summary;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.FormatMethod;
import dev.darkroom.benchmark.results.Format;
import dev.darkroom.benchmark.results.Mode;
import dev.darkroom.benchmark.results.PageCache;
import dev.darkroom.benchmark.results.TrialRow;
import dev.darkroom.benchmark.statistics.LinearFit;
import dev.darkroom.benchmark.statistics.Quantiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What to bear in mind when reading the results. */
final class Warnings {
  /** Below that, even the smallest and the largest value enclose the median too rarely. */
  private static final int FEWEST_TRIALS = 6;

  private static final double SHORT_SECONDS = 0.1;
  private static final double DRIFT_P = 0.01;
  private static final double DRIFT = 0.05;

  private final Trials all;
  private final Trials counted;
  private final Results results;
  private final List<String> warnings = new ArrayList<>();

  private Warnings(Trials all, Results results) {
    this.all = all;
    this.counted = all.counted();
    this.results = results;
  }

  static ImmutableList<String> of(Trials all, Results results) {
    Warnings warnings = new Warnings(all, results);
    warnings.failures();
    warnings.setups();
    warnings.few();
    warnings.pageCache();
    warnings.warmUp();
    warnings.order();
    warnings.drift();
    warnings.shortTrials();
    warnings.unlikeImages();
    warnings.nominal();
    warnings.errors();
    warnings.linearity();
    return ImmutableList.copyOf(warnings.warnings);
  }

  @FormatMethod
  private void add(boolean holds, String format, Object... arguments) {
    if (holds) {
      warnings.add(String.format(format, arguments));
    }
  }

  private void failures() {
    Trials failed = all.where(row -> row.failure() != null);
    if (!failed.isEmpty()) {
      add(
          true,
          "%d trials failed and have no rate; the first: %s",
          failed.size(),
          failed.rows().get(0).failure());
    }
  }

  private void setups() {
    add(
        results.setups().size() > 1,
        "The trials are of %d setups (machine, data, commit), which are never pooled.",
        results.setups().size());
  }

  private void few() {
    results.formats().stream()
        .filter(format -> format.imagesPerSecond().trials() < FEWEST_TRIALS)
        .mapToInt(format -> format.imagesPerSecond().trials())
        .min()
        .ifPresent(
            fewest ->
                add(
                    true,
                    "Some rates come from %d trials only: intervals from fewer than %d are too"
                        + " narrow.",
                    fewest,
                    FEWEST_TRIALS));
  }

  private void pageCache() {
    add(
        counted.stream().anyMatch(row -> row.pageCache() == PageCache.WARM),
        "Warm trials read from the page cache: they tell of memory and code, not of the device.");
    add(
        counted.stream().anyMatch(row -> row.pageCache() == PageCache.UNKNOWN),
        "Whether the page cache held the data of some trials is unknown.");
  }

  private void warmUp() {
    add(
        !counted.isEmpty() && results.trials().warmup() == 0,
        "There is no warm-up trial: the first measured ones may be slow.");
  }

  private void order() {
    all.counted(Mode.ISOLATION)
        .by(TrialRow::run)
        .forEach(
            (run, trials) -> {
              List<Integer> planned = new ArrayList<>();
              trials.stream().forEach(row -> planned.add(row.planned()));
              List<Integer> sorted = new ArrayList<>(planned);
              sorted.sort(null);
              boolean several = planned.stream().distinct().count() > 2;
              add(
                  several && planned.equals(sorted),
                  "Run %s executed its trials in the order of its plan, not in a random one.",
                  run);
            });
  }

  /** Whether rates, each against the median of its like, rise or fall as the run goes on. */
  private void drift() {
    all.counted(Mode.ISOLATION).by(TrialRow::run).forEach(this::drift);
  }

  private void drift(String run, Trials trials) {
    List<double[]> places = new ArrayList<>();
    trials
        .by(row -> Setting.of(row, results.setups()))
        .values()
        .forEach(
            same ->
                same.by(TrialRow::format)
                    .values()
                    .forEach(format -> format.by(Cell::of).values().forEach(c -> add(c, places))));
    double[] x = places.stream().mapToDouble(place -> place[0]).toArray();
    double[] y = places.stream().mapToDouble(place -> place[1]).toArray();
    LinearFit.of("trial", x, y)
        .ifPresent(
            fit -> {
              double change = fit.slope().estimate() * trials.size();
              add(
                  fit.slope().p() < DRIFT_P && Math.abs(change) > DRIFT,
                  "Rates %s by %.0f %% in the course of run %s: something else changed meanwhile.",
                  change > 0 ? "rose" : "fell",
                  100 * Math.abs(change),
                  run);
            });
  }

  private static void add(Trials cell, List<double[]> places) {
    if (cell.size() > 1) {
      double median = Quantiles.median(cell.rates());
      cell.stream()
          .forEach(
              row ->
                  places.add(
                      new double[] {row.trial(), row.imagesPerSecond().orElseThrow() / median}));
    }
  }

  private void shortTrials() {
    if (!counted.isEmpty()) {
      double median = Quantiles.median(counted.values(TrialRow::seconds));
      add(
          median < SHORT_SECONDS,
          "Half of the trials took less than %s: timers and scheduling weigh in.",
          Numbers.seconds(median));
    }
  }

  /** The same cell read in both formats, in the same order, must have read the same images. */
  private void unlikeImages() {
    List<Trials> cells = new ArrayList<>();
    for (Trials run : all.counted(Mode.ISOLATION).by(TrialRow::run).values()) {
      for (Trials same : run.by(row -> Setting.of(row, results.setups())).values()) {
        cells.addAll(same.by(Cell::of).values());
      }
    }
    add(
        cells.stream().anyMatch(cell -> differ(cell, TrialRow::identityHash)),
        "In some cells raw files and records are different images, by their names.");
    add(
        cells.stream().anyMatch(cell -> differ(cell, TrialRow::contentHash)),
        "The records' images are not the bytes of the raw files: they were converted.");
  }

  private static boolean differ(Trials cell, Function<TrialRow, String> hash) {
    Set<String> raw = hashes(cell.of(Format.RAW), hash);
    Set<String> packed = hashes(cell.of(Format.TFRECORD), hash);
    return !raw.isEmpty() && !packed.isEmpty() && !raw.equals(packed);
  }

  private static Set<String> hashes(Trials trials, Function<TrialRow, String> hash) {
    return trials.stream().map(hash).filter(Objects::nonNull).collect(Collectors.toSet());
  }

  private void nominal() {
    long nominal = counted.stream().mapToLong(TrialRow::nominalImages).sum();
    long images = counted.stream().mapToLong(TrialRow::images).sum();
    add(
        nominal != images && all.counted(Mode.SCAN).size() < counted.size(),
        "Batch size times count is %s images, but %s were read; rates are of those read.",
        Numbers.amount((double) nominal),
        Numbers.amount((double) images));
  }

  private void errors() {
    long errors = counted.stream().mapToLong(TrialRow::errors).sum();
    add(errors > 0, "%d reads failed and were tried again within trials that count.", errors);
  }

  private void linearity() {
    results.fits().stream()
        .filter(fit -> !results.headlines().isEmpty())
        .filter(fit -> fit.setting().equals(results.headlines().get(0).setting()))
        .filter(fit -> fit.linearity().inadequate())
        .forEach(
            fit ->
                add(
                    true,
                    "A straight line is inadequate for %s by %s.",
                    Sentence.name(fit.format()),
                    fit.predictor().title()));
  }
}
