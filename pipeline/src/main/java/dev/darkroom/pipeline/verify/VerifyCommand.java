package dev.darkroom.pipeline.verify;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.darkroom.transforms.cli.CommandLine;
import dev.darkroom.transforms.cli.ExitCode;
import dev.darkroom.transforms.cli.FlagChecks;
import dev.darkroom.transforms.cli.UserException;
import dev.darkroom.transforms.dataset.DatasetFiles;
import dev.darkroom.transforms.gcs.GcsAccess;
import dev.darkroom.transforms.publish.Manifest;
import dev.darkroom.transforms.run.Job;
import dev.darkroom.transforms.run.JobMetrics;
import dev.darkroom.transforms.run.Progress;
import dev.darkroom.transforms.run.RunnerSettings;
import dev.darkroom.transforms.storage.StoredFiles;
import dev.darkroom.transforms.verify.DatasetChecks;
import dev.darkroom.transforms.verify.Verdict;
import dev.darkroom.transforms.verify.VerifyDataset;
import dev.darkroom.transforms.verify.VerifyMetrics;
import dev.darkroom.transforms.verify.VerifySettings;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Clock;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.io.FileSystems;

/** Verifies a dataset, and names everything that is wrong with it. */
public final class VerifyCommand {
  private final PrintStream out;
  private final PrintStream err;

  /**
   * @param out for the result
   * @param err for progress and faults
   */
  public VerifyCommand(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  /**
   * Runs one verification.
   *
   * @throws UserException if the user can mend what is wrong
   * @throws IOException if storage fails
   */
  public ExitCode run(List<String> arguments) throws UserException, IOException {
    CommandLine commandLine = new CommandLine(arguments);
    VerifyOptions options = commandLine.parse(VerifyOptions.class);
    FlagChecks check = new FlagChecks(commandLine.errors());
    // The type is that of convert's flag of the same name; a comma here is part of the folder's
    // name.
    String input = options.getInput() == null ? "" : String.join(",", options.getInput());
    String folder = check.given("input", input) ? check.folder("input", input) : "";
    commandLine.check();
    FileSystems.setDefaultPipelineOptions(options);
    new GcsAccess(options).requireReadable("input", folder);

    Manifest manifest = manifest(folder);
    VerifySettings settings = VerifySettings.of(folder, manifest, UUID.randomUUID().toString());
    Pipeline pipeline =
        Pipeline.create(RunnerSettings.apply(options, VerifyOptions.class, commandLine));
    pipeline.apply("Verify dataset", VerifyDataset.of(settings, manifest));
    Verdict verdict;
    try {
      Job.run(pipeline, Progress.onConsole(progress(manifest), "records", err, Clock.systemUTC()));
      verdict = Verdict.parse(StoredFiles.text(settings.verdictUri()));
    } finally {
      StoredFiles.deleteFolder(settings.unfinished());
    }
    verdict = verdict.and(new DatasetChecks(settings.files(), manifest).run());

    verdict.faults().forEach(fault -> err.println(fault));
    long untold = verdict.faultCount() - verdict.faults().size();
    if (untold > 0) {
      err.println("and " + untold + " more");
    }
    out.println(options.isJson() ? verdict.toJson() : summary(verdict, folder));
    return verdict.faultCount() == 0 ? ExitCode.DONE : ExitCode.VERIFICATION;
  }

  private static Manifest manifest(String folder) throws UserException, IOException {
    String uri = folder + DatasetFiles.MANIFEST;
    String json =
        StoredFiles.textIfPresent(uri)
            .orElseThrow(
                () ->
                    new UserException(
                        ExitCode.INPUT, "--input: no dataset, for there is no " + uri));
    try {
      return Manifest.parse(json);
    } catch (JsonProcessingException e) {
      throw new UserException(
          ExitCode.INPUT, "--input: " + uri + " is not a manifest: " + e.getOriginalMessage());
    }
  }

  private static String summary(Verdict verdict, String folder) {
    return String.format(
        "%s: %d sound records in %d shards, %.1f MB, %d faults%n%s",
        verdict.faultCount() == 0 ? "verified" : "NOT VERIFIED",
        verdict.records(),
        verdict.shards(),
        verdict.bytes() / 1e6,
        verdict.faultCount(),
        "dataset: " + folder);
  }

  private static Progress.Source progress(Manifest manifest) {
    return new Progress.Source() {
      @Override
      public long done(JobMetrics metrics) {
        return metrics.counter(VerifyMetrics.NAMESPACE, VerifyMetrics.RECORDS_READ);
      }

      @Override
      public String trouble(JobMetrics metrics) {
        return metrics.counter(VerifyMetrics.NAMESPACE, VerifyMetrics.FAULTS) + " faults";
      }

      @Override
      public OptionalLong total() {
        return OptionalLong.of(manifest.total().written());
      }
    };
  }
}
