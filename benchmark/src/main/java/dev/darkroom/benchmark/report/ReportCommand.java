package dev.darkroom.benchmark.report;

import dev.darkroom.transforms.cli.CommandLine;
import dev.darkroom.transforms.cli.ExitCode;
import dev.darkroom.transforms.cli.FlagChecks;
import dev.darkroom.transforms.cli.UserException;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import org.apache.beam.sdk.io.FileSystems;

/** Tells what trials that were measured come to. */
public final class ReportCommand {
  private final PrintStream out;

  /**
   * @param out for the result
   */
  public ReportCommand(PrintStream out) {
    this.out = out;
  }

  /**
   * Writes one report.
   *
   * @throws UserException if the user can mend what is wrong
   * @throws IOException if storage fails
   */
  public ExitCode run(List<String> arguments) throws UserException, IOException {
    CommandLine commandLine = new CommandLine(arguments);
    ReportOptions options = commandLine.parse(ReportOptions.class);
    FlagChecks check = new FlagChecks(commandLine.errors());
    String results =
        check.given("results", options.getResults())
            ? check.folder("results", options.getResults())
            : "";
    String output =
        options.getOutput() == null ? results : check.folder("output", options.getOutput());
    Optional<String> other =
        Optional.ofNullable(options.getCompareWith())
            .map(folder -> check.folder("compareWith", folder));
    commandLine.check();
    FileSystems.setDefaultPipelineOptions(options);
    Report report =
        Report.write(
            ReportSettings.of(results, output, other, Optional.ofNullable(options.getPrices())));
    out.print(options.isJson() ? report.results().toJson() : report.text());
    return ExitCode.DONE;
  }
}
