package dev.darkroom.transforms.cli;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A program: a verb, its flags, and an exit code that means something. Immutable. */
public final class Program {
  private final String name;
  private final ImmutableSet<ExitCode> exitCodes;
  private final ImmutableList<Verb> verbs;

  /**
   * @param name what it is called in its help text
   * @param exitCodes the ways in which it can end
   * @param verbs what it can do; the first where none is typed
   */
  public Program(String name, Set<ExitCode> exitCodes, Verb... verbs) {
    this.name = name;
    this.exitCodes = ImmutableSet.copyOf(exitCodes);
    this.verbs = ImmutableList.copyOf(verbs);
  }

  /**
   * Runs the program as this process; returns only on success, since exiting then would upset a
   * cluster's launcher.
   */
  public void runProcess(String... arguments) {
    ExitCode exit = run(Arrays.asList(arguments), System.out, System.err);
    if (exit != ExitCode.DONE) {
      System.exit(exit.code());
    }
  }

  /**
   * Runs the program without ending the process.
   *
   * @param arguments a verb and flags
   * @param out for results
   * @param err for progress and complaints
   */
  public ExitCode run(List<String> arguments, PrintStream out, PrintStream err) {
    boolean hasVerb = !arguments.isEmpty() && !arguments.get(0).startsWith("-");
    String typed = hasVerb ? arguments.get(0) : verbs.get(0).name();
    List<String> flags = hasVerb ? arguments.subList(1, arguments.size()) : arguments;
    Help help = new Help(name, exitCodes);
    try {
      if (typed.equals("help") || arguments.isEmpty()) {
        out.print(help.overview(verbs));
        return arguments.isEmpty() ? ExitCode.USAGE : ExitCode.DONE;
      }
      Verb verb = named(typed);
      if (flags.contains("--help")) {
        out.print(help.on(verb));
        return ExitCode.DONE;
      }
      return verb.action().run(flags, out, err);
    } catch (UserException e) {
      e.messages().forEach(err::println);
      return e.exitCode();
    } catch (IOException | RuntimeException e) {
      err.println("failed: " + described(rootCause(e)));
      e.printStackTrace(err);
      return ExitCode.FAILURE;
    }
  }

  private Verb named(String typed) throws UserException {
    return verbs.stream()
        .filter(verb -> verb.name().equals(typed))
        .findFirst()
        .orElseThrow(
            () ->
                new UserException(
                    ExitCode.USAGE,
                    "no such verb: "
                        + typed
                        + "; there are "
                        + verbs.stream().map(Verb::name).collect(Collectors.joining(", "))));
  }

  /** An image of many pixels is not to blame for more than its size, which a flag limits. */
  private static String described(Throwable root) {
    String fix =
        "not enough memory for what was converted at once; raise -Xmx or lower --maxPixels";
    return root instanceof OutOfMemoryError ? fix + ": " + root.getMessage() : root.toString();
  }

  private static Throwable rootCause(Throwable problem) {
    Throwable root = problem;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }
}
