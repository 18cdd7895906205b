package dev.darkroom.transforms.image.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FitTest {
  @ParameterizedTest
  @CsvSource({
    "cover, COVER",
    "contain, CONTAIN",
    "inside, INSIDE",
    "stretch, STRETCH",
    "shortest, SHORTEST",
    "longest, LONGEST",
    "none, NONE",
    // img2dataset's
    "center_crop, COVER",
    "border, CONTAIN",
    "keep_ratio, SHORTEST",
    "keep_ratio_largest, LONGEST",
    "no, NONE"
  })
  void namesAreUnderstood(String name, Fit fit) {
    assertEquals(fit, Fit.parse(name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "COVER", "fill"})
  void othersAreNot(String name) {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> Fit.parse(name));
    assertEquals(
        "'"
            + name
            + "' is none of cover, center_crop, contain, border, inside, stretch, shortest,"
            + " keep_ratio, longest, keep_ratio_largest, none, no",
        e.getMessage());
  }
}
