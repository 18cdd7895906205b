package dev.darkroom.benchmark;

import dev.darkroom.benchmark.measure.MeasureCommand;
import dev.darkroom.benchmark.measure.MeasureOptions;
import dev.darkroom.benchmark.report.ReportCommand;
import dev.darkroom.benchmark.report.ReportOptions;
import dev.darkroom.transforms.cli.ExitCode;
import dev.darkroom.transforms.cli.Program;
import dev.darkroom.transforms.cli.Verb;
import java.util.EnumSet;

/** The program that measures reads. */
public final class Benchmark {
  static final Program PROGRAM =
      new Program(
          "darkroom-benchmark",
          EnumSet.of(
              ExitCode.DONE,
              ExitCode.FAILURE,
              ExitCode.USAGE,
              ExitCode.INPUT,
              ExitCode.VERIFICATION),
          Verb.of(
              "measure",
              "measures how fast raw files and records read",
              MeasureOptions.class,
              (flags, out, err) -> new MeasureCommand(out, err).run(flags)),
          Verb.of(
              "report",
              "tells what measured trials come to, from their files alone",
              ReportOptions.class,
              (flags, out, err) -> new ReportCommand(out).run(flags)));

  private Benchmark() {}

  /** Runs the program. */
  public static void main(String[] arguments) {
    PROGRAM.runProcess(arguments);
  }
}
