package dev.darkroom.transforms.cli;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** The help texts, made from what the verbs, their options and the exit codes say of themselves. */
final class Help {
  private final String program;
  private final Collection<ExitCode> exitCodes;

  Help(String program, Collection<ExitCode> exitCodes) {
    this.program = program;
    this.exitCodes = exitCodes;
  }

  /** On the program. */
  String overview(List<Verb> verbs) {
    return program
        + " VERB --flag=value ...\n\n"
        + verbs.stream()
            .map(verb -> String.format("  %-9s  %s%n", verb.name(), verb.meaning()))
            .collect(Collectors.joining())
        + "\n"
        + program
        + " VERB --help tells the flags.\n\nexit codes\n"
        + exitCodes();
  }

  /** On one verb. */
  String on(Verb verb) {
    return String.format("%s %s: %s%n%n", program, verb.name(), verb.meaning())
        + Flag.allOf(verb.options()).stream().map(Help::paragraph).collect(Collectors.joining())
        + "\n  --runner=DirectRunner, SparkRunner or DataflowRunner, and the runner's own flags.\n\n"
        + "exit codes\n"
        + exitCodes();
  }

  private String exitCodes() {
    return exitCodes.stream()
        .map(exit -> String.format("  %d  %s%n", exit.code(), exit.meaning()))
        .collect(Collectors.joining());
  }

  private static String paragraph(Flag flag) {
    return String.format(
        "  --%s%s%n        %s%n",
        flag.name(), flag.defaultValue().map(value -> "=" + value).orElse(""), flag.description());
  }
}
