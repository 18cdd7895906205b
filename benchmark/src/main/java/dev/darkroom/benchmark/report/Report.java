package dev.darkroom.benchmark.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.google.common.collect.ImmutableList;
import dev.darkroom.benchmark.report.page.Page;
import dev.darkroom.benchmark.report.summary.Comparison;
import dev.darkroom.benchmark.report.summary.Prices;
import dev.darkroom.benchmark.report.summary.RatioChange;
import dev.darkroom.benchmark.report.summary.Results;
import dev.darkroom.benchmark.report.summary.Trials;
import dev.darkroom.benchmark.results.TrialFiles;
import dev.darkroom.benchmark.results.TrialLog;
import dev.darkroom.benchmark.results.UnreadableTrialsException;
import dev.darkroom.transforms.cli.ExitCode;
import dev.darkroom.transforms.cli.UserException;
import dev.darkroom.transforms.storage.StoredFiles;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.Optional;

/** A report that was written: it follows from the files of trials alone. Immutable. */
public final class Report {
  private static final String RESULTS = "results.json";
  private static final String PAGE = "report.html";

  private final Results results;
  private final String folder;

  private Report(Results results, String folder) {
    this.results = results;
    this.folder = folder;
  }

  /**
   * Writes {@code results.json} and {@code report.html}, replacing what is there.
   *
   * @throws UserException if there are no trials, or a file is something else
   * @throws IOException if storage fails
   */
  public static Report write(ReportSettings settings) throws UserException, IOException {
    TrialLog log = read("results", settings.results());
    Trials trials = Trials.of(log.rows());
    Prices prices = settings.prices().isPresent() ? prices(settings.prices().get()) : null;
    ImmutableList.Builder<String> problems = ImmutableList.builder();
    problems.addAll(log.problems());
    Comparison comparison = null;
    if (settings.compareWith().isPresent()) {
      TrialLog other = read("compareWith", settings.compareWith().get());
      problems.addAll(other.problems());
      comparison =
          Comparison.of(
              settings.compareWith().get(), trials, Trials.of(other.rows()), Results.SEED);
    }
    Results results = Results.of(trials, problems.build(), prices, comparison);
    StoredFiles.write(settings.output() + RESULTS, results.toJson());
    StoredFiles.write(settings.output() + PAGE, Page.of(results, trials));
    return new Report(results, settings.output());
  }

  private static TrialLog read(String flag, String folder) throws UserException, IOException {
    TrialLog log;
    try {
      log = TrialFiles.in(folder).read();
    } catch (UnreadableTrialsException e) {
      throw new UserException(ExitCode.INPUT, "--" + flag + ": " + e.getMessage());
    }
    if (log.rows().isEmpty()) {
      throw new UserException(
          ExitCode.INPUT, "--" + flag + ": no trials, for there is no trials*.jsonl in " + folder);
    }
    return log;
  }

  private static Prices prices(String file) throws UserException, IOException {
    try {
      Optional<String> json = StoredFiles.textIfPresent(file);
      return Prices.parse(json.orElseThrow(() -> new FileNotFoundException(file)));
    } catch (FileNotFoundException e) {
      throw new UserException(ExitCode.INPUT, "--prices: there is no " + file);
    } catch (JsonProcessingException e) {
      throw new UserException(
          ExitCode.INPUT, "--prices: " + file + " has no prices: " + e.getOriginalMessage());
    }
  }

  /** What is in {@code results.json}. */
  public Results results() {
    return results;
  }

  /** Where the page is. */
  public String page() {
    return folder + PAGE;
  }

  /** What to tell the user, whole lines. */
  public String text() {
    StringBuilder text = new StringBuilder();
    line(text, results.sentence());
    Comparison comparison = results.comparison();
    if (comparison != null) {
      line(text, "against " + comparison.other() + ": " + comparison.sentence());
      if (!comparison.ratios().isEmpty()) {
        long agree = comparison.ratios().stream().filter(RatioChange::agree).count();
        line(
            text,
            String.format(
                "of %d ratios of records to raw files %d lie within each other's intervals",
                comparison.ratios().size(), agree));
      }
    }
    results.warnings().forEach(warning -> line(text, "bear in mind: " + warning));
    results.notMeasured().forEach(gap -> line(text, "not measured: " + gap));
    line(text, "results: " + folder + RESULTS);
    line(text, "report: " + page());
    return text.toString();
  }

  private static void line(StringBuilder text, String line) {
    text.append(line).append(System.lineSeparator());
  }
}
