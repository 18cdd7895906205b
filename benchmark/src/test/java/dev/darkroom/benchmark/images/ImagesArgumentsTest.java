package dev.darkroom.benchmark.images;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImagesArgumentsTest {
  @Test
  void defaults() {
    ImagesArguments arguments = ImagesArguments.parse("--input=photos");
    assertEquals(Path.of("photos"), arguments.input());
    assertEquals(3, arguments.rounds());
    assertEquals(Optional.empty(), arguments.json());
  }

  @Test
  void allFlags() {
    ImagesArguments arguments =
        ImagesArguments.parse("--json=a=b.jsonl", "--rounds=12", "--input=photos");
    assertEquals(12, arguments.rounds());
    assertEquals(Optional.of(Path.of("a=b.jsonl")), arguments.json());
  }

  @ParameterizedTest
  @CsvSource({
    "'', IMAGENET, INSPECT, true",
    "imagenet, IMAGENET, INSPECT, true",
    "imagenet, CAMERA_24, INSPECT, false",
    "24 mega.*engine, CAMERA_24, IMGSCALR_ENGINE, true",
    "24 mega.*engine, CAMERA_12, IMGSCALR_ENGINE, false",
    "24 mega.*engine, CAMERA_24, PLAIN_JAVA, false",
    "floor|engine, SMALL, LIBJPEG_FLOOR, true"
  })
  void onlyIsFoundInSetAndContestant(
      String only, PhotoSet set, Contestant contestant, boolean wanted) {
    ImagesArguments arguments = ImagesArguments.parse("--input=photos", "--only=" + only);
    assertEquals(wanted, arguments.wants(set, contestant));
  }

  @ParameterizedTest
  @CsvSource({
    "--rounds=3, '--input is required'",
    "--input=a --rounds=0, '--rounds must be from 1 to 9999: 0'",
    "--input=a --rounds=many, '--rounds must be from 1 to 9999: many'",
    "--input=a --forks=2, 'unknown flag --forks; known are --input=DIR, --rounds=N, --only=REGEX"
        + " and --json=FILE'"
  })
  void mistakesAreNamed(String line, String message) {
    String[] args = line.split(" ");
    Exception e = assertThrows(IllegalArgumentException.class, () -> ImagesArguments.parse(args));
    assertEquals(message, e.getMessage());
  }

  @Test
  void aBrokenPatternIsNamed() {
    Exception e =
        assertThrows(
            IllegalArgumentException.class, () -> ImagesArguments.parse("--input=a", "--only=("));
    assertEquals(true, e.getMessage().startsWith("--only is no regular expression: "));
  }
}
