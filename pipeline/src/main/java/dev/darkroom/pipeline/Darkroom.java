package dev.darkroom.pipeline;

import dev.darkroom.pipeline.convert.ConvertCommand;
import dev.darkroom.pipeline.convert.ConvertOptions;
import dev.darkroom.pipeline.plan.PlanCommand;
import dev.darkroom.pipeline.plan.PlanOptions;
import dev.darkroom.pipeline.preflight.PreflightCommand;
import dev.darkroom.pipeline.preflight.PreflightOptions;
import dev.darkroom.pipeline.verify.VerifyCommand;
import dev.darkroom.pipeline.verify.VerifyOptions;
import dev.darkroom.transforms.cli.ExitCode;
import dev.darkroom.transforms.cli.Program;
import dev.darkroom.transforms.cli.Verb;
import java.util.EnumSet;

/** The program that makes datasets. */
public final class Darkroom {
  static final Program PROGRAM =
      new Program(
          "darkroom",
          EnumSet.allOf(ExitCode.class),
          Verb.of(
              "convert",
              "turns images into a dataset of TFRecords",
              ConvertOptions.class,
              (flags, out, err) -> new ConvertCommand(out, err).run(flags)),
          Verb.of(
              "plan",
              "tells what convert would make, and what it would take; writes nothing",
              PlanOptions.class,
              (flags, out, err) -> new PlanCommand(out).run(flags)),
          Verb.of(
              "verify",
              "reads a dataset again and holds it against its manifest",
              VerifyOptions.class,
              (flags, out, err) -> new VerifyCommand(out, err).run(flags)),
          Verb.of(
              "preflight",
              "asks every worker whether a conversion could run there",
              PreflightOptions.class,
              (flags, out, err) -> new PreflightCommand(out, err).run(flags)));

  private Darkroom() {}

  /** Runs the program. */
  public static void main(String[] arguments) {
    PROGRAM.runProcess(arguments);
  }
}
