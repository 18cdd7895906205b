package dev.darkroom.benchmark.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachineTest {
  @TempDir Path folder;

  @Test
  void tellsOfThisMachine() throws IOException {
    Environment here = Machine.describe(folder + "/not/there/*.jpg", "DirectRunner");

    assertEquals(Runtime.getRuntime().availableProcessors(), here.cores());
    assertEquals("2.70.0", here.beam());
    assertEquals("local", here.storage());
    assertFalse(here.cpu().isEmpty());
    assertTrue(here.disk().contains(" on "), here.disk());
    assertTrue(here.memoryBytes() > 1 << 28);
  }

  @Test
  void remoteStorageHasNoDisk() throws IOException {
    Environment here = Machine.describe("gs://bucket/photos/", "SparkRunner");

    assertEquals("gs", here.storage());
    assertEquals("", here.disk());
  }
}
