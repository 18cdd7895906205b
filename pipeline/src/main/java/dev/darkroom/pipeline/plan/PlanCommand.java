package dev.darkroom.pipeline.plan;

import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import dev.darkroom.pipeline.convert.ConvertChecks;
import dev.darkroom.pipeline.convert.ConvertConfig;
import dev.darkroom.pipeline.convert.ConvertConfigReader;
import dev.darkroom.transforms.cli.CommandLine;
import dev.darkroom.transforms.cli.ExitCode;
import dev.darkroom.transforms.cli.FlagChecks;
import dev.darkroom.transforms.cli.UserException;
import dev.darkroom.transforms.gcs.GcsAccess;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.beam.runners.direct.DirectRunner;
import org.apache.beam.sdk.io.FileSystems;

/**
 * Tells what a conversion would make and take. Lists and samples in this process, whatever runner
 * is planned for, and writes nothing but to a temporary folder of this machine.
 */
public final class PlanCommand {
  private final PrintStream out;

  /**
   * @param out for the result
   */
  public PlanCommand(PrintStream out) {
    this.out = out;
  }

  /**
   * Plans one conversion.
   *
   * @throws UserException if the user can mend what is wrong
   * @throws IOException if storage fails
   */
  public ExitCode run(List<String> arguments) throws UserException, IOException {
    Path scratch = Files.createTempDirectory("darkroom-plan-");
    try {
      return plan(arguments, scratch + "/");
    } finally {
      MoreFiles.deleteRecursively(scratch, RecursiveDeleteOption.ALLOW_INSECURE);
    }
  }

  private ExitCode plan(List<String> arguments, String scratch) throws UserException, IOException {
    CommandLine commandLine = new CommandLine(arguments);
    PlanOptions options = commandLine.parse(PlanOptions.class);
    FileSystems.setDefaultPipelineOptions(options);
    PlanFlags flags = new PlanFlags(options, commandLine);
    ConvertConfig config = new ConvertConfigReader(options, commandLine).readDry(scratch);
    requireAccess(options, config);

    options.setRunner(DirectRunner.class);
    Findings findings = Findings.of(options, config, scratch);
    PlanReport report = new PlanReport(findings, options, config, flags);
    out.print(options.isJson() ? report.json() : new PlanTable(report).toString());
    return ExitCode.DONE;
  }

  private static void requireAccess(PlanOptions options, ConvertConfig config)
      throws UserException, IOException {
    GcsAccess access = new GcsAccess(options);
    ConvertChecks.requireReadable(access, config);
    if (options.getOutput() != null) {
      String folder = new FlagChecks(List.of()).folder("output", options.getOutput());
      access.requireReadable("output", folder);
      ConvertChecks.requireEmpty(options, folder);
    }
  }
}
