package dev.darkroom.benchmark.measure;

import dev.darkroom.benchmark.report.Report;
import dev.darkroom.benchmark.report.ReportSettings;
import dev.darkroom.benchmark.results.Mode;
import dev.darkroom.benchmark.results.TrialFiles;
import dev.darkroom.benchmark.results.TrialRow;
import dev.darkroom.transforms.cli.CommandLine;
import dev.darkroom.transforms.cli.ExitCode;
import dev.darkroom.transforms.cli.UserException;
import dev.darkroom.transforms.gcs.GcsAccess;
import dev.darkroom.transforms.run.RunnerSettings;
import dev.darkroom.transforms.storage.StoredFiles;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import javax.annotation.Nullable;
import org.apache.beam.sdk.io.FileSystems;

/** Measures, and tells what came of it. */
public final class MeasureCommand {
  private static final int MOST_PROBLEMS_TOLD = 20;

  private final PrintStream out;
  private final PrintStream err;

  /**
   * @param out for the result
   * @param err for notes and complaints
   */
  public MeasureCommand(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  /**
   * Carries out one run.
   *
   * @throws UserException if the user can mend what is wrong
   * @throws IOException if storage fails
   */
  public ExitCode run(List<String> arguments) throws UserException, IOException {
    CommandLine commandLine = new CommandLine(arguments);
    MeasureOptions read = commandLine.parse(MeasureOptions.class);
    FileSystems.setDefaultPipelineOptions(read);
    requireAccess(read);
    MeasureConfig config = new MeasureConfigReader(read, commandLine).read();
    MeasureSettings settings = config.settings();
    config.notes().forEach(err::println);
    if (settings.mode() != Mode.SCAN && settings.runner().equals("DirectRunner")) {
      // With a second thread the runner asks itself all the time whether the first one is done.
      commandLine.setDefault("targetParallelism", "1");
    }
    MeasureOptions options = RunnerSettings.apply(read, MeasureOptions.class, commandLine);

    List<TrialRow> rows = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    try {
      if (settings.mode() == Mode.SCAN) {
        new ScanJob(config, options).run(rows, problems);
      } else {
        new TrialJob(config, options, err).run(rows, problems);
      }
    } finally {
      StoredFiles.deleteFolder(settings.unfinished());
      StoredFiles.deleteFolder(settings.meetingPlace());
    }
    problems.addAll(new Agreement(settings.relation(), config.gzipLaidOutAlike()).breaches(rows));
    problems.addAll(Company.breaches(rows, settings.isOneCall()));
    return conclude(settings, rows, problems, options.isJson());
  }

  private static void requireAccess(MeasureOptions options) throws UserException {
    GcsAccess access = new GcsAccess(options);
    for (String input : given(options.getInput())) {
      access.requireReadable("input", input);
    }
    for (String records : given(options.getRecords())) {
      access.requireReadable("records", records);
    }
  }

  private static List<String> given(@Nullable List<String> values) {
    return values == null ? List.of() : values;
  }

  private ExitCode conclude(
      MeasureSettings settings, List<TrialRow> rows, List<String> problems, boolean json)
      throws UserException, IOException {
    TrialFiles files = TrialFiles.in(settings.output());
    if (!problems.isEmpty()) {
      problems.stream().limit(MOST_PROBLEMS_TOLD).forEach(err::println);
      if (problems.size() > MOST_PROBLEMS_TOLD) {
        err.println("and " + (problems.size() - MOST_PROBLEMS_TOLD) + " more");
      }
      String kept = settings.output() + "failed-" + settings.run() + ".jsonl";
      StoredFiles.write(kept, TrialFiles.lines(rows));
      err.println("nothing of this run is to be believed; its rows are in " + kept);
      return ExitCode.VERIFICATION;
    }
    files.write(settings.run(), rows);
    RunSummary summary = new RunSummary(settings.run(), files.rowsOf(settings.run()), rows);
    Report report = Report.write(ReportSettings.beside(settings.output()));
    out.print(json ? summary.json(report.page()) : summary.table() + report.text());
    long failed = rows.stream().filter(row -> row.failure() != null).count();
    rows.stream()
        .filter(row -> row.failure() != null)
        .forEach(row -> err.println("trial " + row.trial() + ": " + TrialSummary.of(row)));
    if (failed > 0) {
      err.println(failed + " of " + rows.size() + " trials failed");
      return ExitCode.FAILURE;
    }
    return ExitCode.DONE;
  }
}
