package dev.darkroom.transforms.cli;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;

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
            .map(verb -> String.format("  %-8s  %s%n", verb.name(), verb.meaning()))
            .collect(Collectors.joining())
        + "\n"
        + program
        + " VERB --help tells the flags.\n\nexit codes\n"
        + exitCodes();
  }

  /** On one verb. */
  String on(Verb verb) {
    return String.format("%s %s: %s%n%n", program, verb.name(), verb.meaning())
        + Arrays.stream(verb.options().getDeclaredMethods())
            .filter(method -> method.isAnnotationPresent(Description.class))
            .map(Help::paragraph)
            .sorted()
            .collect(Collectors.joining())
        + "\n  --runner=DirectRunner, SparkRunner or DataflowRunner, and the runner's own flags.\n\n"
        + "exit codes\n"
        + exitCodes();
  }

  private String exitCodes() {
    return exitCodes.stream()
        .map(exit -> String.format("  %d  %s%n", exit.code(), exit.meaning()))
        .collect(Collectors.joining());
  }

  private static String paragraph(Method getter) {
    return String.format(
        "  --%s%s%n        %s%n",
        FlagNames.shown(getter),
        defaultOf(getter),
        getter.getAnnotation(Description.class).value());
  }

  private static String defaultOf(Method getter) {
    for (Annotation annotation : getter.getAnnotations()) {
      if (annotation.annotationType().getEnclosingClass() == Default.class) {
        try {
          return "=" + annotation.annotationType().getMethod("value").invoke(annotation);
        } catch (ReflectiveOperationException e) {
          throw new LinkageError("defaults of options are plain values", e);
        }
      }
    }
    return "";
  }
}
