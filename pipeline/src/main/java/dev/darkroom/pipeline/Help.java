package dev.darkroom.pipeline;

import dev.darkroom.pipeline.cli.ExitCode;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;

/** The help texts, made from what the verbs, their options and the exit codes say of themselves. */
final class Help {
  private Help() {}

  /** On the program. */
  static String overview() {
    return "darkroom VERB --flag=value ...\n\n"
        + Arrays.stream(Verb.values())
            .map(verb -> String.format("  %-8s  %s%n", verb, verb.meaning()))
            .collect(Collectors.joining())
        + "\ndarkroom VERB --help tells the flags.\n\nexit codes\n"
        + exitCodes();
  }

  /** On one verb. */
  static String on(Verb verb) {
    return String.format("darkroom %s: %s%n%n", verb, verb.meaning())
        + Arrays.stream(verb.options().getDeclaredMethods())
            .filter(method -> method.isAnnotationPresent(Description.class))
            .map(Help::paragraph)
            .sorted()
            .collect(Collectors.joining())
        + "\n  --runner=DirectRunner, SparkRunner or DataflowRunner, and the runner's own flags.\n\n"
        + "exit codes\n"
        + exitCodes();
  }

  private static String exitCodes() {
    return Arrays.stream(ExitCode.values())
        .map(exit -> String.format("  %d  %s%n", exit.code(), exit.meaning()))
        .collect(Collectors.joining());
  }

  private static String paragraph(Method getter) {
    String property = getter.getName().replaceFirst("^(get|is)", "");
    String flag = Character.toLowerCase(property.charAt(0)) + property.substring(1);
    String shown = flag.equals("classLabels") ? "labels" : flag;
    return String.format(
        "  --%s%s%n        %s%n",
        shown, defaultOf(getter), getter.getAnnotation(Description.class).value());
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
