package dev.darkroom.pipeline.samples;

import java.nio.file.Path;

/** The command line of {@link SampleImages}, checked. */
final class SampleArguments {
  private static final int DEFAULT_COUNT = 400;
  private static final int MAX_COUNT = 100_000;

  private final Path output;
  private final int count;

  private SampleArguments(Path output, int count) {
    this.output = output;
    this.count = count;
  }

  /**
   * @throws IllegalArgumentException with a message for the user, naming the flag
   */
  static SampleArguments parse(String[] args) {
    String output = "";
    int count = DEFAULT_COUNT;
    for (String arg : args) {
      String value = arg.substring(arg.indexOf('=') + 1);
      if (arg.startsWith("--output=")) {
        output = value;
      } else if (arg.startsWith("--count=")) {
        count = count(value);
      } else {
        throw new IllegalArgumentException(
            "unknown argument " + arg + "; known are --output=DIR and --count=N");
      }
    }
    if (output.isEmpty()) {
      throw new IllegalArgumentException("--output=DIR is missing: where shall the images go?");
    }
    return new SampleArguments(Path.of(output), count);
  }

  Path output() {
    return output;
  }

  int count() {
    return count;
  }

  private static int count(String value) {
    try {
      int count = Integer.parseInt(value);
      if (count >= 1 && count <= MAX_COUNT) {
        return count;
      }
    } catch (NumberFormatException e) {
      // Told below, like a number out of range.
    }
    throw new IllegalArgumentException(
        "--count must be a whole number from 1 to " + MAX_COUNT + ": " + value);
  }
}
