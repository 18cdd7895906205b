package dev.darkroom.transforms.image.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.InputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IccProfileTest {
  @ParameterizedTest
  @CsvSource({
    "formats/wide.jpg, true",
    "formats/wide-in-parts.jpg, true",
    "formats/wide.png, true",
    "formats/wide.webp, true",
    "formats/wide.tif, true",
    "formats/linear-grey.jpg, true",
    "formats/cmyk-profile.jpg, true",
    "formats/cmyk-profile.tif, true",
    // Red and blue exchanged, under sRGB's name.
    "images/profile.jpg, true",
    "formats/srgb.jpg, false",
    "formats/damaged-icc.jpg, false",
    "formats/damaged-icc.png, false",
    // Grey's, on colours.
    "images/grey-profile.jpg, false",
    "formats/422.jpg, false"
  })
  void countsWhereItIsSoundFittingAndNotSrgb(String name, boolean counts) throws Exception {
    try (InputStream in = IccProfileTest.class.getResourceAsStream("/" + name)) {
      assertEquals(counts, SourceImage.inspect(in.readAllBytes(), 1 << 20).profiled());
    }
  }
}
