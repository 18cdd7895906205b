package dev.darkroom.benchmark.conversion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BenchmarkArgumentsTest {
  @Test
  void readsEveryFlag() {
    BenchmarkArguments arguments =
        BenchmarkArguments.parse(
            "--input=photos=1",
            "--classPath=a.jar:b.jar",
            "--images=21000",
            "--rounds=5",
            "--threads=4",
            "--work=scratch");
    assertEquals(Path.of("photos=1"), arguments.input());
    assertEquals("a.jar:b.jar", arguments.classPath());
    assertEquals(21_000, arguments.images());
    assertEquals(5, arguments.rounds());
    assertEquals(4, arguments.threads());
    assertEquals(Path.of("scratch"), arguments.work());
  }

  @ParameterizedTest
  @CsvSource({
    "--input=a, --classPath",
    "--classPath=a, --input",
    "--images=0, --images",
    "--rounds=many, --rounds",
    "--threads=-1, --threads",
    "--speed=9, --speed"
  })
  void namesTheFlagThatIsWrongOrMissing(String given, String named) {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> BenchmarkArguments.parse(given));
    assertTrue(e.getMessage().contains(named), e.getMessage());
  }
}
