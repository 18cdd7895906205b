package dev.darkroom.benchmark.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReaderBenchmarkTest {
  @Test
  void allReadersReadTheSameFile() throws IOException {
    PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), true);
    String table = new ReaderBenchmark(2, 1, 7_000, nowhere).run();

    List<String> lines = table.lines().toList();
    assertEquals(4, lines.size(), table);
    for (int row = 1; row < 4; row++) {
      assertTrue(lines.get(row).matches("[\\w.]+ +286 .*"), table);
    }
    assertTrue(lines.get(1).contains("1.00x"), table);
  }
}
