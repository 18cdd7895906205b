package dev.darkroom.benchmark.images;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** The command line of {@link ImagesBenchmark}, checked. Immutable. */
final class ImagesArguments {
  private static final String KNOWN = "--input=DIR, --rounds=N, --only=REGEX and --json=FILE";

  private String input = "";
  private String json = "";
  private Pattern only = Pattern.compile("");
  private int rounds = 3;

  private ImagesArguments() {}

  /**
   * Reads the arguments.
   *
   * @throws IllegalArgumentException with a message for the user, naming the flag
   */
  static ImagesArguments parse(String... args) {
    ImagesArguments parsed = new ImagesArguments();
    for (String arg : args) {
      parsed.read(arg.replaceFirst("=.*", ""), arg.substring(arg.indexOf('=') + 1));
    }
    if (parsed.input.isEmpty()) {
      throw new IllegalArgumentException("--input is required");
    }
    return parsed;
  }

  private void read(String flag, String value) {
    switch (flag) {
      case "--input":
        input = value;
        break;
      case "--json":
        json = value;
        break;
      case "--rounds":
        rounds = rounds(value);
        break;
      case "--only":
        only = pattern(value);
        break;
      default:
        throw new IllegalArgumentException("unknown flag " + flag + "; known are " + KNOWN);
    }
  }

  private static int rounds(String value) {
    if (!value.matches("[1-9][0-9]{0,3}")) {
      throw new IllegalArgumentException("--rounds must be from 1 to 9999: " + value);
    }
    return Integer.parseInt(value);
  }

  private static Pattern pattern(String value) {
    try {
      return Pattern.compile(value, Pattern.CASE_INSENSITIVE);
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException("--only is no regular expression: " + e.getMessage(), e);
    }
  }

  /** The folder to choose photos from. */
  Path input() {
    return Path.of(input);
  }

  /** How often each contestant is measured. */
  int rounds() {
    return rounds;
  }

  /** Where the measurements go as JSON lines. */
  Optional<Path> json() {
    return json.isEmpty() ? Optional.empty() : Optional.of(Path.of(json));
  }

  /** Whether to measure a contestant with a set of photos. */
  boolean wants(PhotoSet set, Contestant contestant) {
    return only.matcher(set.label() + ": " + contestant.label()).find();
  }
}
