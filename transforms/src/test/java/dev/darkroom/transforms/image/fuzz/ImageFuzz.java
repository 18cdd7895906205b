package dev.darkroom.transforms.image.fuzz;

import dev.darkroom.transforms.image.EncodedImage;
import dev.darkroom.transforms.image.EngineChoice;
import dev.darkroom.transforms.image.ImageEngine;
import dev.darkroom.transforms.image.StoredImage;
import dev.darkroom.transforms.image.source.ImageFormat;
import dev.darkroom.transforms.image.spec.ImageSpec;
import dev.darkroom.transforms.image.tensorflow.TensorFlowLibrary;
import dev.darkroom.transforms.rejection.RejectedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Hands damaged images to the engines: whatever a file holds, it becomes an image or a rejection,
 * within seconds. Files that break this are kept in {@code target/fuzz}.
 */
public final class ImageFuzz {
  private static final double MOST_SECONDS = 5;
  private static final int SIDE = 64;
  private static final Path KEPT = Path.of("target", "fuzz");

  private final Mutator mutator;
  private final List<ImageEngine> engines = new ArrayList<>();
  private final Map<String, Long> outcomes = new TreeMap<>();
  private final List<String> failures = new ArrayList<>();
  private double slowest;
  private long tried;

  ImageFuzz(Mutator mutator) {
    this.mutator = mutator;
    ImageSpec spec = ImageSpec.builder().width(SIDE).height(SIDE).build();
    if (TensorFlowLibrary.loads()) {
      engines.add(EngineChoice.TENSORFLOW.open(spec));
    }
    engines.add(EngineChoice.IMGSCALR.open(spec));
  }

  /**
   * Tries files until there are enough or the time is over.
   *
   * @param arguments a folder of sound images, how many files to make of them, how many seconds to
   *     take at most, and the number of the first file
   */
  public static void main(String[] arguments) throws IOException {
    long files = Long.parseLong(arguments[1]);
    long end = System.nanoTime() + Long.parseLong(arguments[2]) * 1_000_000_000L;
    long first = Long.parseLong(arguments[3]);
    ImageFuzz fuzz = new ImageFuzz(new Mutator(seeds(Path.of(arguments[0]))));
    for (long i = 0; i < files && System.nanoTime() < end; i++) {
      fuzz.tryFile(first + i);
    }
    fuzz.report();
    System.exit(fuzz.failures.isEmpty() ? 0 : 1);
  }

  static List<byte[]> seeds(Path folder) throws IOException {
    List<byte[]> seeds = new ArrayList<>();
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.filter(Files::isRegularFile).sorted().toList()) {
        byte[] file = Files.readAllBytes(path);
        if (file.length < 200_000 && ImageFormat.sniff(file).isPresent()) {
          seeds.add(file);
        }
      }
    }
    return seeds;
  }

  /** Hands one file to every engine. */
  void tryFile(long number) throws IOException {
    byte[] file = mutator.file(number);
    tried++;
    for (ImageEngine engine : engines) {
      long begun = System.nanoTime();
      String outcome;
      try {
        outcome = check(engine.convert(file.clone()));
      } catch (RejectedException e) {
        outcome = e.reason().toString();
      } catch (RuntimeException | Error e) {
        outcome = "BROKEN";
        fail(number, file, engine.name() + ": " + e);
      }
      double seconds = (System.nanoTime() - begun) / 1e9;
      slowest = Math.max(slowest, seconds);
      if (seconds > MOST_SECONDS) {
        fail(number, file, engine.name() + " took " + seconds + " s");
      }
      outcomes.merge(engine.name() + " " + outcome, 1L, Long::sum);
    }
  }

  private static String check(EncodedImage image) throws RejectedException {
    EncodedImage read = StoredImage.decode(image.bytes());
    if (read.width() != SIDE || read.height() != SIDE) {
      throw new IllegalStateException("the output is " + read.width() + "x" + read.height());
    }
    return "image";
  }

  private void fail(long number, byte[] file, String problem) throws IOException {
    Files.createDirectories(KEPT);
    Files.write(KEPT.resolve(number + ".bin"), file);
    failures.add("file " + number + ": " + problem);
  }

  /** What broke the rules, a line each. */
  List<String> failures() {
    return failures;
  }

  private void report() throws IOException {
    long accounted = outcomes.values().stream().mapToLong(Long::longValue).sum();
    outcomes.forEach((outcome, count) -> System.out.printf("%-36s %8d%n", outcome, count));
    System.out.printf(
        "%d files, %d outcomes of %d, slowest %.2f s, peak memory %s%n",
        tried, accounted, tried * engines.size(), slowest, peakMemory());
    failures.forEach(System.out::println);
    System.out.println(failures.isEmpty() ? "clean" : failures.size() + " FAILURES");
  }

  private static String peakMemory() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return "unknown";
    }
    try (Stream<String> lines = Files.lines(status)) {
      return lines
          .filter(line -> line.startsWith("VmHWM:"))
          .findFirst()
          .orElse("")
          .substring(6)
          .trim();
    }
  }
}
