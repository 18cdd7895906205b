package dev.darkroom.pipeline.samples;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * Makes the collection that the first command works on.
 *
 * <pre>{@code
 * SampleImages --output=DIR [--count=400]
 * }</pre>
 *
 * <p>{@code DIR} may exist but must be empty; it gets one folder per class. {@code --count} is the
 * number of good images, 1 to 100000; for every 133 of them one bad file is added.
 *
 * <p>Exit codes: 0 done; 1 the files cannot be written; 2 usage; 5 {@code DIR} is not empty.
 */
public final class SampleImages {
  private static final int DONE = 0;
  private static final int FAILED = 1;
  private static final int USAGE = 2;
  private static final int OUTPUT_EXISTS = 5;

  private SampleImages() {}

  public static void main(String[] args) {
    int code = run(args, System.out, System.err);
    if (code != DONE) {
      System.exit(code);
    }
  }

  static int run(String[] args, PrintStream out, PrintStream err) {
    SampleArguments arguments;
    try {
      arguments = SampleArguments.parse(args);
      if (isOccupied(arguments.output())) {
        err.println("--output: " + arguments.output() + " exists and is not an empty folder");
        return OUTPUT_EXISTS;
      }
    } catch (IllegalArgumentException e) {
      err.println(e.getMessage());
      return USAGE;
    } catch (IOException e) {
      err.println("--output: " + e);
      return FAILED;
    }
    List<Sample> samples = SampleCollection.of(arguments.count());
    try {
      write(samples, arguments.output());
    } catch (IOException e) {
      err.println("cannot write the sample images: " + e);
      return FAILED;
    }
    long bad = samples.stream().filter(sample -> sample.defect().isPresent()).count();
    out.printf(
        "%d images of %d classes and %d bad files in %s%n",
        samples.size() - bad, Subject.values().length, bad, arguments.output());
    return DONE;
  }

  private static void write(List<Sample> samples, Path output) throws IOException {
    for (Subject subject : Subject.values()) {
      Files.createDirectories(output.resolve(subject.folder()));
    }
    try {
      samples.parallelStream().forEach(sample -> write(sample, output));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static void write(Sample sample, Path output) {
    Path file = file(output.resolve(sample.subject().folder()), sample.name());
    try {
      Files.write(file, sample.bytes(), StandardOpenOption.CREATE_NEW);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** In the C locale a JVM cannot name a file beyond ASCII; the image is then worth more. */
  private static Path file(Path folder, String name) {
    try {
      return folder.resolve(name);
    } catch (InvalidPathException e) {
      return folder.resolve(name.replaceAll("[^ -~]", "_"));
    }
  }

  private static boolean isOccupied(Path output) throws IOException {
    if (Files.notExists(output)) {
      return false;
    }
    if (!Files.isDirectory(output)) {
      return true;
    }
    try (Stream<Path> children = Files.list(output)) {
      return children.findAny().isPresent();
    }
  }
}
