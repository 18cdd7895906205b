package dev.darkroom.pipeline;

import dev.darkroom.pipeline.cli.ExitCode;
import dev.darkroom.pipeline.cli.UserException;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;

/** The program: a verb, its flags, and an exit code that means something. */
public final class Darkroom {
  private Darkroom() {}

  /**
   * Runs the program; returns only on success, since exiting then would upset a cluster's launcher.
   */
  public static void main(String[] arguments) {
    ExitCode exit = run(Arrays.asList(arguments), System.out, System.err);
    if (exit != ExitCode.DONE) {
      System.exit(exit.code());
    }
  }

  /**
   * Runs the program without ending the process.
   *
   * @param arguments a verb, or {@code convert} if there is none, and flags
   * @param out for results
   * @param err for progress and complaints
   */
  static ExitCode run(List<String> arguments, PrintStream out, PrintStream err) {
    boolean hasVerb = !arguments.isEmpty() && !arguments.get(0).startsWith("-");
    String name = hasVerb ? arguments.get(0) : Verb.CONVERT.toString();
    List<String> flags = hasVerb ? arguments.subList(1, arguments.size()) : arguments;
    try {
      if (name.equals("help") || arguments.isEmpty()) {
        out.print(Help.overview());
        return arguments.isEmpty() ? ExitCode.USAGE : ExitCode.DONE;
      }
      Verb verb = Verb.named(name);
      if (flags.contains("--help")) {
        out.print(Help.on(verb));
        return ExitCode.DONE;
      }
      return verb.run(flags, out, err);
    } catch (UserException e) {
      e.messages().forEach(err::println);
      return e.exitCode();
    } catch (IOException | RuntimeException e) {
      err.println("failed: " + rootCause(e));
      e.printStackTrace(err);
      return ExitCode.FAILURE;
    }
  }

  private static Throwable rootCause(Throwable problem) {
    Throwable root = problem;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }
}
