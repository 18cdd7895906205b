package dev.darkroom.pipeline.samples;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SampleImagesTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @TempDir Path folder;

  @Test
  void writesTheSameFilesTwice() throws IOException {
    Path first = folder.resolve("not/yet/there");
    Path second = Files.createDirectory(folder.resolve("empty"));

    assertEquals(0, run("--output=" + first, "--count=7"));
    assertEquals(
        "7 images of 5 classes and 0 bad files in " + first + System.lineSeparator(),
        out.toString(UTF_8));
    assertEquals(0, run("--count=7", "--output=" + second));

    List<Path> files = files(first);
    assertEquals(
        List.of(
            Path.of("clouds/clouds-0001.jpg"),
            Path.of("clouds/clouds-0002.jpg"),
            Path.of("leaves/after the rain.jpg"),
            Path.of("leaves/leaves-0001.jpg"),
            Path.of("mountains/mountains-0001.jpg"),
            Path.of("pebbles/pebbles-0001.jpg"),
            Path.of("waves/waves-0001.jpg")),
        files);
    assertEquals(files, files(second));
    for (Path file : files) {
      assertArrayEquals(
          Files.readAllBytes(first.resolve(file)), Files.readAllBytes(second.resolve(file)));
    }
  }

  @Test
  void touchesNoFolderThatHoldsSomething() throws IOException {
    Path kept = Files.writeString(folder.resolve("kept.txt"), "kept");

    assertEquals(5, run("--output=" + folder));
    assertEquals(5, run("--output=" + kept));
    assertEquals(List.of(Path.of("kept.txt")), files(folder));
    assertEquals("kept", Files.readString(kept));
    assertTrue(
        err.toString(UTF_8)
            .startsWith("--output: " + folder + " exists and is not an empty folder"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--count=7 | --output=DIR is missing: where shall the images go?",
        "--output= | --output=DIR is missing: where shall the images go?",
        "--output=x --count=0 | --count must be a whole number from 1 to 100000: 0",
        "--output=x --count=100001 | --count must be a whole number from 1 to 100000: 100001",
        "--output=x --count=many | --count must be a whole number from 1 to 100000: many",
        "--output=x --size=3 | unknown argument --size=3; known are --output=DIR and --count=N",
        "--output x | unknown argument --output; known are --output=DIR and --count=N",
      })
  void saysWhatIsWrongWithTheCommandLine(String line, String message) {
    assertEquals(2, run(line.split(" ")));
    assertEquals(message + System.lineSeparator(), err.toString(UTF_8));
  }

  private int run(String... args) {
    return SampleImages.run(
        args, new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(Files::isRegularFile).map(folder::relativize).sorted().toList();
    }
  }
}
