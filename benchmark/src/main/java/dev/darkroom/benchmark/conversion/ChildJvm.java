package dev.darkroom.benchmark.conversion;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs a program in a JVM of its own, with the heap and the flags that users are told to give. */
final class ChildJvm {
  private static final List<String> FLAGS =
      List.of("-Xmx1g", "--add-exports=java.base/sun.nio.ch=ALL-UNNAMED");

  private final String classPath;
  private final int processors;
  private final Path work;

  /**
   * Makes a launcher; nothing runs yet.
   *
   * @param processors how many the JVM sees
   * @param work an existing folder for the output of the programs
   */
  ChildJvm(String classPath, int processors, Path work) {
    this.classPath = classPath;
    this.processors = processors;
    this.work = work;
  }

  /**
   * Runs a program to its end.
   *
   * @return its standard output
   * @throws IllegalStateException with all of its output, if its exit status is not 0
   */
  String run(String mainClass, List<String> arguments) throws IOException, InterruptedException {
    Path out = Files.createTempFile(work, "out", ".txt");
    Path err = Files.createTempFile(work, "err", ".txt");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(FLAGS);
    command.add("-XX:ActiveProcessorCount=" + processors);
    command.addAll(List.of("-cp", classPath, mainClass));
    command.addAll(arguments);
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(Redirect.to(out.toFile()))
            .redirectError(Redirect.to(err.toFile()))
            .start();
    try {
      int status = process.waitFor();
      if (status != 0) {
        throw new IllegalStateException(
            String.format(
                "%s %s ended with %d%n%s%s", mainClass, arguments, status, text(out), text(err)));
      }
    } finally {
      process.destroyForcibly();
    }
    return text(out);
  }

  private static String text(Path file) throws IOException {
    return new String(Files.readAllBytes(file), UTF_8);
  }
}
