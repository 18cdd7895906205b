package dev.darkroom.benchmark.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.darkroom.benchmark.Photos;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReaderBenchmarkTest {
  private static final PrintStream NOWHERE = new PrintStream(OutputStream.nullOutputStream(), true);

  @TempDir Path folder;

  @Test
  void allReadersReadTheSameFile() throws IOException {
    Path records = Photos.draw(folder.resolve("photos"), 6, "asters").pack(folder, 2);

    String table = new ReaderBenchmark(records.toString(), 0, 1, NOWHERE).run();

    List<String> lines = table.lines().toList();
    assertEquals(4, lines.size(), table);
    for (int row = 1; row < 4; row++) {
      assertTrue(lines.get(row).matches("[\\w.]+ +6 .*"), table);
    }
    assertTrue(lines.get(1).contains("1.00x"), table);
  }

  @Test
  void noRecordsAreNoTable() {
    ReaderBenchmark nothing = new ReaderBenchmark(folder.toString(), 1, 1, NOWHERE);

    assertThrows(IllegalStateException.class, nothing::run);
  }
}
