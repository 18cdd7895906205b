package dev.darkroom.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.darkroom.transforms.cli.ExitCode;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;

/** One run of the program: how it ended and what it said. */
public record Run(ExitCode exit, String out, String err) {
  /** Runs it. */
  public static Run of(List<String> arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    ExitCode exit =
        Benchmark.PROGRAM.run(
            arguments, new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));
    return new Run(exit, out.toString(UTF_8), err.toString(UTF_8));
  }
}
