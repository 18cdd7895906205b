package dev.darkroom.pipeline.convert;

import com.google.common.io.Closer;
import dev.darkroom.transforms.cli.CommandLine;
import dev.darkroom.transforms.cli.ExitCode;
import dev.darkroom.transforms.cli.UserException;
import dev.darkroom.transforms.convert.ConvertMetrics;
import dev.darkroom.transforms.convert.ConvertSettings;
import dev.darkroom.transforms.dataset.DatasetFiles;
import dev.darkroom.transforms.dataset.DatasetPlan;
import dev.darkroom.transforms.gcs.GcsAccess;
import dev.darkroom.transforms.publish.Manifest;
import dev.darkroom.transforms.run.Job;
import dev.darkroom.transforms.run.JobMetrics;
import dev.darkroom.transforms.run.Progress;
import dev.darkroom.transforms.run.RunnerSettings;
import dev.darkroom.transforms.storage.StoredFiles;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.io.FileSystems;

/** Converts, and tells how it went. */
public final class ConvertCommand {
  /** Of each upload, which keeps a chunk in memory: Beam's default is 64 MiB, for an index too. */
  public static final int UPLOAD_CHUNK_BYTES = 4 << 20;

  private final PrintStream out;
  private final PrintStream err;

  /**
   * @param out for the result
   * @param err for progress and complaints
   */
  public ConvertCommand(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  /**
   * Runs one conversion.
   *
   * @throws UserException if the user can mend what is wrong
   * @throws IOException if storage fails
   */
  public ExitCode run(List<String> arguments) throws UserException, IOException {
    CommandLine commandLine = new CommandLine(arguments);
    commandLine.setDefault("gcsUploadBufferSizeBytes", "" + UPLOAD_CHUNK_BYTES);
    ConvertOptions options = commandLine.parse(ConvertOptions.class);
    FileSystems.setDefaultPipelineOptions(options);
    ConvertConfig config = new ConvertConfigReader(options, commandLine).read();
    DatasetFiles files = config.conversion().files();
    boolean onlyTemplate = commandLine.has("templateLocation");
    if (!onlyTemplate) {
      requireAccess(options, config);
      ConvertChecks.requireEmpty(options, files.folder());
    }

    Pipeline pipeline =
        Pipeline.create(RunnerSettings.apply(options, ConvertOptions.class, commandLine));
    ConvertPipeline.build(pipeline, config);
    if (onlyTemplate) {
      pipeline.run();
      out.println("template: " + commandLine.value("templateLocation").orElse(""));
      return ExitCode.DONE;
    }
    String planUri = files.plan(config.conversion().run());
    String unfinished = files.unfinished(config.conversion().run());
    JobMetrics metrics;
    Closer ending = Closer.create();
    ending.register(() -> StoredFiles.deleteFolder(unfinished));
    try {
      metrics =
          Job.run(pipeline, Progress.onConsole(progress(planUri), "img", err, Clock.systemUTC()));
      requireMatches(planUri, config);
    } catch (Throwable e) {
      throw ending.rethrow(e, UserException.class); // Whatever else fails at the end.
    } finally {
      ending.close();
    }
    Manifest manifest = Manifest.parse(StoredFiles.text(files.at(DatasetFiles.MANIFEST)));
    ConvertReport report = new ConvertReport(manifest, files.folder(), metrics);
    out.print(options.isJson() ? report.json() : report.table());
    return judge(manifest, config);
  }

  private static void requireAccess(ConvertOptions options, ConvertConfig config)
      throws UserException {
    GcsAccess access = new GcsAccess(options);
    ConvertChecks.requireReadable(access, config);
    ConvertSettings conversion = config.conversion();
    access.requireWritable("output", conversion.files().unfinished(conversion.run()) + "access");
  }

  /** The plan stays in the unfinished folder only where there was nothing to publish. */
  private static void requireMatches(String planUri, ConvertConfig config)
      throws UserException, IOException {
    Optional<String> plan = StoredFiles.textIfPresent(planUri);
    if (plan.isPresent()) {
      ConvertChecks.requireMatches(DatasetPlan.parse(plan.get()), config);
    }
  }

  private ExitCode judge(Manifest manifest, ConvertConfig config) {
    Manifest.Books total = manifest.total();
    double ratio = (double) total.rejected() / total.listed();
    if (ratio <= config.maxRejectRatio()) {
      return ExitCode.DONE;
    }
    err.printf(
        "%d of %d rejected: %.4f, --maxRejectRatio is %.4f; the reasons are in %s%n",
        total.rejected(),
        total.listed(),
        ratio,
        config.maxRejectRatio(),
        config.conversion().files().at(DatasetFiles.REJECTED));
    return ExitCode.REJECTIONS;
  }

  private static Progress.Source progress(String planUri) {
    return new Progress.Source() {
      @Override
      public long done(JobMetrics metrics) {
        return metrics.counter(ConvertMetrics.NAMESPACE, ConvertMetrics.IMAGES_WRITTEN)
            + rejected(metrics);
      }

      @Override
      public String trouble(JobMetrics metrics) {
        return rejected(metrics) + " rejected";
      }

      private long rejected(JobMetrics metrics) {
        return metrics.counter(ConvertMetrics.NAMESPACE, ConvertMetrics.IMAGES_REJECTED);
      }

      @Override
      public OptionalLong total() throws IOException {
        Optional<String> plan = StoredFiles.textIfPresent(planUri);
        return plan.isPresent()
            ? OptionalLong.of(DatasetPlan.parse(plan.get()).listed())
            : OptionalLong.empty();
      }
    };
  }
}
