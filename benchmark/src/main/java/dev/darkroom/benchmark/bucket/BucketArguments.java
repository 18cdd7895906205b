package dev.darkroom.benchmark.bucket;

import dev.darkroom.benchmark.bucket.conditions.Conditions;
import dev.darkroom.benchmark.bucket.conditions.Faults;
import dev.darkroom.benchmark.bucket.conditions.Latency;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The command line of {@link BucketServer}, checked. */
final class BucketArguments {
  private static final double MEGABYTE = 1e6;
  private static final String KNOWN =
      "--input=DIR, --bucket=NAMES, --host=ADDRESS, --port=N, --writes=DIR, --latency=MS,"
          + " --connectionBandwidth=MB, --bandwidth=MB, --requestsPerSecond=N, --faults=PAIRS,"
          + " --requesterPays=true and --seed=N";

  private final BucketSettings.Builder settings =
      BucketSettings.builder().writes(Path.of(System.getProperty("java.io.tmpdir")));
  private final Conditions.Builder conditions = Conditions.builder();

  private BucketArguments() {}

  /**
   * Reads the arguments.
   *
   * @throws IllegalArgumentException with a message for the user, naming the flag
   */
  static BucketSettings parse(String... args) {
    BucketArguments parsed = new BucketArguments();
    for (String arg : args) {
      String flag = arg.replaceFirst("=.*", "");
      try {
        parsed.read(flag, arg.substring(arg.indexOf('=') + 1));
      } catch (NumberFormatException e) {
        throw new IllegalArgumentException(arg + ": not a number in range", e);
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(arg + ": " + e.getMessage(), e);
      }
    }
    return parsed.settings.conditions(parsed.conditions.build()).build();
  }

  private void read(String flag, String value) {
    switch (flag) {
      case "--input":
        if (!Files.isDirectory(Path.of(value))) {
          throw new IllegalArgumentException("no such folder");
        }
        settings.folder(Path.of(value));
        break;
      case "--bucket":
        settings.buckets(List.of(value.split(",", -1)));
        break;
      case "--host":
        settings.host(value);
        break;
      case "--port":
        settings.port(Integer.parseInt(value));
        break;
      case "--writes":
        settings.writes(Path.of(value));
        break;
      case "--latency":
        conditions.latency(Latency.parse(value));
        break;
      case "--connectionBandwidth":
        conditions.connectionBytesPerSecond(positive(value) * MEGABYTE);
        break;
      case "--bandwidth":
        conditions.totalBytesPerSecond(positive(value) * MEGABYTE);
        break;
      case "--requestsPerSecond":
        conditions.requestsPerSecond(positive(value));
        break;
      case "--faults":
        conditions.faults(Faults.parse(value));
        break;
      case "--requesterPays":
        settings.requesterPays(Boolean.parseBoolean(value));
        break;
      case "--seed":
        conditions.seed(Long.parseLong(value));
        break;
      default:
        throw new IllegalArgumentException("unknown; known are " + KNOWN);
    }
  }

  private static double positive(String value) {
    double number = Double.parseDouble(value);
    if (!(number > 0)) {
      throw new NumberFormatException(value);
    }
    return number;
  }
}
