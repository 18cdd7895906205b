package dev.darkroom.pipeline.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;

/**
 * Flags to pipeline options. Beam stops at the first flag it cannot read; here each flag is tried
 * alone first, so that all that are wrong are told of at once, by name.
 */
public final class CommandLine {
  /**
   * Dataflow has a {@code --labels} of its own, a JSON object, and a getter's name can be used
   * once.
   */
  private static final Pattern LABELS = Pattern.compile("--labels=(?!\\{)(.*)", Pattern.DOTALL);

  private static final Pattern VALUE_TYPE =
      Pattern.compile("Cannot deserialize value of type `([\\w.]+)`");
  private static final Pattern UNKNOWN =
      Pattern.compile("missing a property named '.*?'\\.( Did you mean .*)?", Pattern.DOTALL);

  private final List<String> arguments = new ArrayList<>();
  private final List<String> errors = new ArrayList<>();

  /**
   * @param arguments flags without the verb
   */
  public CommandLine(List<String> arguments) {
    for (String argument : arguments) {
      Matcher labels = LABELS.matcher(argument);
      this.arguments.add(labels.matches() ? "--classLabels=" + labels.group(1) : argument);
    }
  }

  /** Reads the flags that can be read; the others become {@link #errors}. */
  public <T extends PipelineOptions> T parse(Class<T> options) {
    PipelineOptionsFactory.register(options);
    List<String> sound = new ArrayList<>();
    for (String argument : arguments) {
      try {
        PipelineOptionsFactory.fromArgs(argument).as(options);
        sound.add(argument);
      } catch (IllegalArgumentException e) {
        errors.add(shown(argument) + ": " + explain(e));
      }
    }
    try {
      return PipelineOptionsFactory.fromArgs(sound.toArray(new String[0])).as(options);
    } catch (IllegalArgumentException e) {
      errors.add(repeated(sound) + ": given more than once");
      return PipelineOptionsFactory.as(options);
    }
  }

  /** What is wrong with the command line; more may be added before {@link #check}. */
  public List<String> errors() {
    return errors;
  }

  /**
   * Ends the reading of the command line.
   *
   * @throws UserException if there are errors, with all of them
   */
  public void check() throws UserException {
    if (!errors.isEmpty()) {
      throw new UserException(ExitCode.USAGE, errors);
    }
  }

  private static String shown(String argument) {
    return argument.replaceFirst("^--classLabels=", "--labels=");
  }

  private static String explain(IllegalArgumentException problem) {
    String message = String.valueOf(problem.getMessage());
    Matcher type = VALUE_TYPE.matcher(message);
    if (type.find()) {
      switch (type.group(1).replaceFirst(".*\\.", "").toLowerCase(Locale.ROOT)) {
        case "boolean":
          return "neither true nor false";
        case "double":
          return "not a number";
        default:
          return "not a whole number in range";
      }
    }
    Matcher unknown = UNKNOWN.matcher(message);
    if (unknown.find()) {
      return "no such flag." + (unknown.group(1) == null ? "" : unknown.group(1));
    }
    return message.lines().findFirst().orElse("");
  }

  private static String repeated(List<String> arguments) {
    List<String> names = new ArrayList<>();
    List<String> repeated = new ArrayList<>();
    for (String argument : arguments) {
      String name = shown(argument.replaceFirst("=.*", ""));
      (names.contains(name) && !repeated.contains(name) ? repeated : names).add(name);
    }
    repeated.remove("--input");
    return String.join(", ", repeated);
  }
}
