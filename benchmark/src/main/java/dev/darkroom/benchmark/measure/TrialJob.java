package dev.darkroom.benchmark.measure;

import dev.darkroom.benchmark.reading.RawNames;
import dev.darkroom.benchmark.results.Format;
import dev.darkroom.benchmark.results.TrialRow;
import dev.darkroom.transforms.cli.ExitCode;
import dev.darkroom.transforms.cli.UserException;
import dev.darkroom.transforms.dataset.ImageInput;
import dev.darkroom.transforms.json.Json;
import dev.darkroom.transforms.run.Job;
import dev.darkroom.transforms.run.JobMetrics;
import dev.darkroom.transforms.run.Progress;
import dev.darkroom.transforms.storage.StoredFiles;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Clock;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.options.PipelineOptions;

/** One pipeline of trials, from its start to the rows that workers left. */
final class TrialJob {
  private final MeasureConfig config;
  private final PipelineOptions options;
  private final PrintStream err;

  /**
   * @param err for progress
   */
  TrialJob(MeasureConfig config, PipelineOptions options, PrintStream err) {
    this.config = config;
    this.options = options;
    this.err = err;
  }

  /**
   * Runs it.
   *
   * @param rows receives what was measured
   * @param problems receives why it is not to be believed
   */
  void run(List<TrialRow> rows, List<String> problems) throws UserException, IOException {
    MeasureSettings settings = config.settings();
    List<Trial> trials = config.plan().inOrderOfExecution(config.warmUps(), settings.seed());
    Pipeline pipeline = Pipeline.create(options);
    TrialPipeline.build(pipeline, settings, trials, names());
    // In the process that measures, nothing else is to happen; it logs between two trials.
    JobMetrics metrics =
        config.inThisProcess()
            ? Job.runInSilence(pipeline)
            : Job.run(
                pipeline,
                Progress.onConsole(
                    progress(trials.size() * settings.lanes()), "trials", err, Clock.systemUTC()));
    requireFiles();
    for (int trial = 0; trial < trials.size() * settings.lanes(); trial++) {
      rows.add(TrialRow.parse(StoredFiles.text(settings.row(trial))));
    }
    problems.addAll(Reconciliation.differences(rows, metrics));
  }

  private static Progress.Source progress(int trials) {
    return new Progress.Source() {
      @Override
      public long done(JobMetrics metrics) {
        return metrics.counter(MeasureMetrics.NAMESPACE, MeasureMetrics.TRIALS_DONE);
      }

      @Override
      public String trouble(JobMetrics metrics) {
        return metrics.counter(MeasureMetrics.NAMESPACE, MeasureMetrics.ERRORS_SEEN) + " errors";
      }

      @Override
      public OptionalLong total() {
        return OptionalLong.of(trials);
      }
    };
  }

  /** Names of raw files that trials need beside what records tell them. */
  private int names() {
    if (config.settings().relation() != Relation.UNRELATED) {
      return 0;
    }
    return (int)
        config.plan().trials().stream()
            .filter(trial -> trial.cell().format() == Format.RAW)
            .mapToLong(trial -> trial.cell().images())
            .max()
            .orElse(0);
  }

  private void requireFiles() throws UserException, IOException {
    MeasureSettings settings = config.settings();
    RawNames listing = Json.parse(StoredFiles.text(settings.listing()), RawNames.class);
    if (!settings.inputs().isEmpty() && listing.files() == 0) {
      String given =
          settings.inputs().stream().map(ImageInput::given).collect(Collectors.joining(", "));
      throw new UserException(ExitCode.INPUT, "--input: nothing matches " + given);
    }
  }
}
