package dev.darkroom.transforms.image.pixels;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PixelsTest {
  private static final Pixels IMAGE = image(3, 2, "abcdef");

  @ParameterizedTest
  @CsvSource({
    "false, false, false, abc def",
    "true,  false, false, cba fed",
    "false, true,  false, def abc",
    "true,  true,  false, fed cba",
    "false, false, true,  ad be cf",
    "false, true,  true,  da eb fc",
    "true,  true,  true,  fc eb da",
    "true,  false, true,  cf be ad",
  })
  void turns(boolean reversesX, boolean reversesY, boolean transposes, String expected) {
    assertEquals(expected, text(IMAGE.turned(reversesX, reversesY, transposes)));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, 4, 3, 'abc. def. ....'",
    "1, 1, 4, 3, '.... .abc .def'",
    "0, 1, 3, 3, '... abc def'"
  })
  void frames(int left, int above, int width, int height, String expected) {
    assertEquals(expected, text(IMAGE.framed(left, above, width, height, 0x2E2D2C)));
  }

  @Test
  void samplesAreAsManyAsTheSizeSays() {
    assertThrows(IllegalArgumentException.class, () -> Pixels.of(3, 2, new byte[17]));
  }

  /** Of each letter: red is itself, green one less, blue two less. */
  private static Pixels image(int width, int height, String letters) {
    byte[] rgb = new byte[Pixels.BANDS * letters.length()];
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] = (byte) (letters.charAt(i / Pixels.BANDS) - i % Pixels.BANDS);
    }
    return Pixels.of(width, height, rgb);
  }

  private static String text(Pixels image) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < image.rgb().length; i += Pixels.BANDS) {
      char letter = (char) image.rgb()[i];
      assertEquals(letter - 1, image.rgb()[i + 1]);
      assertEquals(letter - 2, image.rgb()[i + 2]);
      text.append(i > 0 && i / Pixels.BANDS % image.width() == 0 ? " " : "").append(letter);
    }
    return text.toString();
  }
}
