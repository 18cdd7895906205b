package dev.darkroom.transforms.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.darkroom.transforms.image.FormatTable.Row;
import dev.darkroom.transforms.image.FormatTable.Sample;
import dev.darkroom.transforms.image.spec.ImageSpec;
import dev.darkroom.transforms.image.tensorflow.TensorFlowLibrary;
import dev.darkroom.transforms.rejection.Reason;
import dev.darkroom.transforms.rejection.RejectedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FormatTableTest {
  private static final ImageSpec SPEC = ImageSpec.builder().width(48).height(32).build();

  @BeforeAll
  static void bothEnginesAreThere() {
    assumeTrue(TensorFlowLibrary.loads());
  }

  static Stream<Row> rows() {
    return FormatTable.ROWS.stream();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void isReadOrRefused(Row row) throws RejectedException {
    for (Sample sample : row.samples()) {
      for (EngineChoice choice : EngineChoice.values()) {
        if (row.readers().contains(choice)) {
          assertShows(row, sample, choice);
        } else {
          assertRefused(sample, choice);
        }
      }
    }
  }

  private static void assertShows(Row row, Sample sample, EngineChoice choice)
      throws RejectedException {
    try {
      Picture.of(choice.open(SPEC).convert(sample.bytes()))
          .assertQuadrants(9, row.colours().stream().mapToInt(colour -> colour).toArray());
    } catch (AssertionError e) {
      throw new AssertionError(sample.file() + " by " + choice + ": " + e.getMessage(), e);
    } catch (RejectedException e) {
      throw new AssertionError(sample.file() + " by " + choice, e);
    }
  }

  private static void assertRefused(Sample sample, EngineChoice choice) {
    RejectedException e =
        assertThrows(
            RejectedException.class,
            () -> choice.open(SPEC).convert(sample.bytes()),
            () -> sample.file() + " by " + choice);
    assertEquals(Reason.UNSUPPORTED_FORMAT, e.reason(), sample.file() + ": " + e.getMessage());
    if (sample.refusedAs().isEmpty()) {
      String engine = "is not supported by the engine " + choice.name().toLowerCase(Locale.ROOT);
      assertTrue(e.getMessage().endsWith(engine), e.getMessage());
    } else {
      assertEquals(sample.refusedAs() + " is not supported", e.getMessage());
    }
  }

  /** The README's table is what the rows above say, and those are tested. */
  @Test
  void theReadmeTellsTheSame() throws IOException {
    String table =
        "| format | kind | `tensorflow` | `imgscalr` | `auto` |\n|---|---|---|---|---|\n"
            + rows()
                .map(
                    row ->
                        Stream.of(EngineChoice.TENSORFLOW, EngineChoice.IMGSCALR, EngineChoice.AUTO)
                            .map(choice -> row.readers().contains(choice) ? "yes" : "no")
                            .collect(
                                Collectors.joining(
                                    " | ", "| " + row.format() + " | " + row.kind() + " | ", " |")))
                .collect(Collectors.joining("\n"))
            + "\n";
    String readme = Files.readString(Path.of("README.md"));
    assertTrue(readme.contains(table), () -> "README.md lacks this table:\n\n" + table);
  }

  /** No file of the folder is left out of the table. */
  @Test
  void everyFileIsInTheTable() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/test/resources/formats"))) {
      String missing =
          files
              .filter(Files::isRegularFile)
              .map(file -> file.getFileName().toString())
              .filter(
                  name ->
                      rows()
                          .flatMap(row -> row.samples().stream())
                          .noneMatch(sample -> sample.file().equals(name)))
              .sorted()
              .collect(Collectors.joining(", "));
      assertEquals("", missing);
    }
  }
}
