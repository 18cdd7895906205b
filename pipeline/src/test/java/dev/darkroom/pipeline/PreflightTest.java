package dev.darkroom.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.darkroom.transforms.cli.ExitCode;
import dev.darkroom.transforms.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Preflights that succeed, and the problems they name. */
class PreflightTest {
  @TempDir Path folder;

  @Test
  void tellsOfTheWorkersAndLeavesNothing() throws IOException {
    Path photos = new Collection(folder.resolve("photos")).withImages(1, "cat").folder();
    try (Bucket bucket = new Bucket(photos, "503:0")) {
      Run run =
          bucket.run(
              "preflight", "--input=gs://photos/", "--output=" + folder.resolve("out"), "--json");

      assertEquals(ExitCode.DONE, run.exit(), run.err());
      JsonNode workers = Json.parse(run.out(), JsonNode.class);
      assertEquals(1, workers.size());
      assertEquals(System.getProperty("java.version"), workers.at("/0/java").asText());
      assertEquals(0, workers.at("/0/problems").size());
      assertEquals(List.of(), left());
    }
  }

  private List<String> left() throws IOException {
    try (Stream<Path> paths = Files.list(folder.resolve("out"))) {
      return paths.map(path -> path.getFileName().toString()).toList();
    }
  }

  @Test
  void namesWhatAWorkerCannotRead() {
    Path missing = folder.resolve("missing");

    Run run = Run.of("preflight", "--input=" + missing + "/a", "--output=" + folder.resolve("out"));

    assertEquals(ExitCode.FAILURE, run.exit());
    assertTrue(run.err().strip().endsWith("--input: " + missing + "/ cannot be read"), run.err());
    assertTrue(run.out().contains(System.getProperty("java.version")), run.out());
  }

  @Test
  void refusesAFlagThatIsWrong() {
    Run run = Run.of("preflight", "--output=" + folder, "--engine=fast");

    assertEquals(ExitCode.USAGE, run.exit());
    assertTrue(run.err().contains("--input: is required"), run.err());
    assertTrue(run.err().contains("--engine: 'fast' is none of"), run.err());
  }
}
