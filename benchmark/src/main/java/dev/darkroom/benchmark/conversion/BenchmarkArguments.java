package dev.darkroom.benchmark.conversion;

import java.nio.file.Path;

/** The command line of {@link ConversionBenchmark}, checked. Immutable. */
final class BenchmarkArguments {
  private static final String KNOWN =
      "--input=DIR, --classPath=PATHS, --images=N, --rounds=N, --threads=N and --work=DIR";

  private String input = "";
  private String classPath = "";
  private String work = System.getProperty("java.io.tmpdir");
  private int images = 1;
  private int rounds = 3;
  private int threads = Runtime.getRuntime().availableProcessors();

  private BenchmarkArguments() {}

  /**
   * Reads the arguments.
   *
   * @throws IllegalArgumentException with a message for the user, naming the flag
   */
  static BenchmarkArguments parse(String... args) {
    BenchmarkArguments parsed = new BenchmarkArguments();
    for (String arg : args) {
      parsed.read(arg.replaceFirst("=.*", ""), arg.substring(arg.indexOf('=') + 1));
    }
    require("--input", parsed.input);
    require("--classPath", parsed.classPath);
    return parsed;
  }

  private void read(String flag, String value) {
    switch (flag) {
      case "--input":
        input = value;
        break;
      case "--classPath":
        classPath = value;
        break;
      case "--work":
        work = value;
        break;
      case "--images":
        images = positive(flag, value);
        break;
      case "--rounds":
        rounds = positive(flag, value);
        break;
      case "--threads":
        threads = positive(flag, value);
        break;
      default:
        throw new IllegalArgumentException("unknown flag " + flag + "; known are " + KNOWN);
    }
  }

  private static void require(String flag, String value) {
    if (value.isEmpty()) {
      throw new IllegalArgumentException(flag + " is required");
    }
  }

  private static int positive(String flag, String value) {
    try {
      int number = Integer.parseInt(value);
      if (number >= 1) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Told below, like a number out of range.
    }
    throw new IllegalArgumentException(flag + " must be a whole number of at least 1: " + value);
  }

  /** The folder of images. */
  Path input() {
    return Path.of(input);
  }

  /** What the pipeline runs from. */
  String classPath() {
    return classPath;
  }

  /** Where temporary folders go. */
  Path work() {
    return Path.of(work);
  }

  /** How many images to convert at least; a smaller folder is repeated. */
  int images() {
    return images;
  }

  /** How often each row is measured. */
  int rounds() {
    return rounds;
  }

  /** Processors each run sees, and threads that convert. */
  int threads() {
    return threads;
  }
}
