package dev.darkroom.benchmark.measure;

import dev.darkroom.benchmark.results.Format;
import dev.darkroom.benchmark.results.TrialRow;
import dev.darkroom.transforms.cli.ExitCode;
import dev.darkroom.transforms.cli.UserException;
import dev.darkroom.transforms.dataset.ImageInput;
import dev.darkroom.transforms.run.Job;
import dev.darkroom.transforms.run.JobMetrics;
import dev.darkroom.transforms.storage.StoredFiles;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.options.PipelineOptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Scans, one pipeline after the other. */
final class ScanJob {
  private static final Logger LOG = LoggerFactory.getLogger(ScanJob.class);

  private final MeasureConfig config;
  private final PipelineOptions options;

  ScanJob(MeasureConfig config, PipelineOptions options) {
    this.config = config;
    this.options = options;
  }

  /**
   * Runs them.
   *
   * @param rows receives what was measured
   * @param problems receives why it is not to be believed
   */
  void run(List<TrialRow> rows, List<String> problems) throws UserException, IOException {
    MeasureSettings settings = config.settings();
    List<Trial> trials = config.plan().inOrderOfExecution(config.warmUps(), settings.seed());
    Set<Format> read = EnumSet.noneOf(Format.class);
    for (Trial trial : trials) {
      Format format = trial.cell().format();
      Pipeline pipeline = Pipeline.create(options);
      ScanPipeline.build(pipeline, settings, trial, config.inThisProcess() && !read.add(format));
      JobMetrics metrics = Job.runInSilence(pipeline);
      TrialRow row = TrialRow.parse(StoredFiles.text(settings.row(trial.place())));
      if (format == Format.RAW && row.images() == 0 && row.errors() == 0) {
        throw new UserException(
            ExitCode.INPUT,
            "--input: nothing matches "
                + settings.inputs().stream()
                    .map(ImageInput::given)
                    .collect(Collectors.joining(", ")));
      }
      rows.add(row);
      problems.addAll(Reconciliation.differences(List.of(row), metrics));
      LOG.info("scan {} of {}: {}", rows.size(), trials.size(), TrialSummary.of(row));
    }
  }
}
