package dev.darkroom.transforms.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;

/**
 * Flags to pipeline options. Beam stops at the first flag it cannot read; here each flag is tried
 * alone first, so that all that are wrong are told of at once, by name.
 */
public final class CommandLine {
  private static final Pattern VALUE_TYPE =
      Pattern.compile("Cannot deserialize value of type `([\\w.]+)`");
  private static final Pattern UNKNOWN =
      Pattern.compile("missing a property named '.*?'\\.( Did you mean .*)?", Pattern.DOTALL);

  private final List<String> arguments;
  private final List<String> errors = new ArrayList<>();

  /**
   * @param arguments flags without the verb
   */
  public CommandLine(List<String> arguments) {
    this.arguments = new ArrayList<>(arguments);
  }

  /** The flag's value as it was typed, or empty if it was not. */
  public Optional<String> value(String flag) {
    String start = "--" + flag + "=";
    return arguments.stream()
        .filter(argument -> argument.startsWith(start))
        .map(argument -> argument.substring(start.length()))
        .findFirst();
  }

  /** Whether the flag was typed, with or without a value. */
  public boolean has(String flag) {
    return value(flag).isPresent() || arguments.contains("--" + flag);
  }

  /** Adds a flag where the user has not typed it. */
  public void setDefault(String flag, String value) {
    if (!has(flag)) {
      arguments.add("--" + flag + "=" + value);
    }
  }

  /** Reads the flags that can be read; the others become {@link #errors}. */
  public <T extends PipelineOptions> T parse(Class<T> options) {
    PipelineOptionsFactory.register(options);
    FlagNames names = new FlagNames(options);
    List<String> sound = new ArrayList<>();
    for (String argument : arguments) {
      String beams = names.forBeam(argument);
      try {
        PipelineOptionsFactory.fromArgs(beams).as(options);
        sound.add(beams);
      } catch (IllegalArgumentException e) {
        errors.add(argument + ": " + explain(e));
      }
    }
    try {
      return PipelineOptionsFactory.fromArgs(sound.toArray(new String[0])).as(options);
    } catch (IllegalArgumentException e) {
      errors.add(repeated(sound, names) + ": given more than once");
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

  private static String repeated(List<String> arguments, FlagNames flagNames) {
    List<String> names = new ArrayList<>();
    List<String> repeated = new ArrayList<>();
    for (String argument : arguments) {
      String name = flagNames.forUser(argument.replaceFirst("=.*", ""));
      (names.contains(name) && !repeated.contains(name) ? repeated : names).add(name);
    }
    repeated.remove("--input");
    return String.join(", ", repeated);
  }
}
