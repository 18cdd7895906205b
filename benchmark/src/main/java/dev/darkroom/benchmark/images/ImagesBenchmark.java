package dev.darkroom.benchmark.images;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toList;

import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import dev.darkroom.transforms.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.openjdk.jmh.runner.RunnerException;

/**
 * Measures the image engines and their stages on one thread, beside plain ways to do the same, and
 * prints one table.
 *
 * <pre>{@code
 * ImagesBenchmark --input=DIR [--rounds=3] [--only=REGEX] [--json=FILE]
 * }</pre>
 *
 * <p>{@code DIR} holds the photos to choose from. {@code --only} leaves out what it is not found
 * in, of texts like {@code "camera photos, 24 megapixels: imgscalr engine"}. {@code FILE} gets
 * every measurement as a line.
 *
 * <p>Exit codes: 0 done; 1 a contestant failed; 2 usage.
 */
public final class ImagesBenchmark {
  private static final int FAILED = 1;
  private static final int USAGE = 2;

  private final ImagesArguments arguments;
  private final Path work;
  private final Measurements measurements = new Measurements();
  private final Measurements memory = new Measurements();

  private ImagesBenchmark(ImagesArguments arguments, Path work) {
    this.arguments = arguments;
    this.work = work;
  }

  /** Runs the program. */
  public static void main(String[] args) throws IOException {
    int code = run(args);
    if (code != 0) {
      System.exit(code);
    }
  }

  private static int run(String... args) throws IOException {
    Path work = Files.createTempDirectory("images-benchmark-");
    try {
      System.out.print(new ImagesBenchmark(ImagesArguments.parse(args), work).measure());
      return 0;
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      return USAGE;
    } catch (RunnerException e) {
      e.printStackTrace();
      return FAILED;
    } finally {
      MoreFiles.deleteRecursively(work, RecursiveDeleteOption.ALLOW_INSECURE);
    }
  }

  private String measure() throws IOException, RunnerException {
    for (PhotoSet set : PhotoSet.values()) {
      List<Contestant> contestants =
          Arrays.stream(Contestant.values())
              .filter(contestant -> set.meets(contestant) && arguments.wants(set, contestant))
              .collect(toList());
      if (!contestants.isEmpty()) {
        measure(set, contestants);
      }
    }
    if (arguments.json().isPresent()) {
      List<String> lines = measurements.all().stream().map(Json::line).collect(toList());
      Files.write(arguments.json().get(), lines, UTF_8);
    }
    return new ImagesTable(measurements, memory).text();
  }

  private void measure(PhotoSet set, List<Contestant> contestants)
      throws IOException, RunnerException {
    Path folder = Files.createDirectory(work.resolve(set.name()));
    int photos = set.gather(arguments.input(), folder);
    System.err.printf("%d %s%n", photos, set.label());
    measurements.addAll(new JmhRun(set, folder, contestants).measure(arguments.rounds()));
    if (set == PhotoSet.CAMERA_24) {
      for (Contestant contestant : contestants) {
        if (contestant.engine()) {
          memory.addAll(new JmhRun(set, folder, List.of(contestant)).measure(1));
        }
      }
    }
  }
}
