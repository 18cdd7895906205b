package dev.darkroom.transforms.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.darkroom.transforms.image.spec.Fit;
import dev.darkroom.transforms.image.spec.ImageSpec;
import dev.darkroom.transforms.image.spec.OutputFormat;
import dev.darkroom.transforms.rejection.RejectedException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The scene is 96 wide and 64 high. */
class UntouchedTest {
  @ParameterizedTest
  @CsvSource({
    "baseline.jpg,      96, 64, COVER,   JPEG,     true",
    "progressive.jpg,   96, 64, STRETCH, JPEG,     true",
    "baseline.jpg,      96, 64, CONTAIN, ORIGINAL, true",
    "baseline.jpg,      10, 10, NONE,    JPEG,     true",
    "baseline.jpg,      96, 99, INSIDE,  JPEG,     true",
    "baseline.jpg,      99, 64, SHORTEST, JPEG,    true",
    "rgb.png,           96, 64, COVER,   PNG,      true",
    "rgb.png,           96, 64, COVER,   ORIGINAL, true",
    "rgb.png,           96, 64, COVER,   JPEG,     false",
    "baseline.jpg,      96, 64, COVER,   PNG,      false",
    "baseline.jpg,      96, 63, COVER,   JPEG,     false",
    "baseline.jpg,      96, 65, CONTAIN, JPEG,     false",
    "grey.jpg,          96, 64, COVER,   JPEG,     false",
    "orientation-3.jpg, 96, 64, COVER,   JPEG,     false",
    "orientation-1.jpg, 96, 64, COVER,   JPEG,     true",
    "palette.png,       96, 64, COVER,   PNG,      false",
    "deep-rgb.png,      96, 64, COVER,   PNG,      false",
    "alpha.png,         96, 64, COVER,   PNG,      false",
    "keyed-rgb.png,     96, 64, COVER,   PNG,      false",
  })
  void whatNeedsNothingStaysAsItIs(
      String name, int width, int height, Fit fit, OutputFormat format, boolean untouched)
      throws RejectedException {
    byte[] source = Fixtures.bytes(name);
    EncodedImage image = convert(source, spec(width, height).fit(fit).outputFormat(format));
    assertEquals(untouched, image.untouched());
    assertEquals(untouched, Arrays.equals(source, image.bytes()));
    if (fit == Fit.NONE) {
      assertEquals(96, image.width());
      assertEquals(64, image.height());
    }
  }

  @Test
  void whatFollowsTheImageIsNotStored() throws RejectedException {
    byte[] whole = Fixtures.bytes("baseline.jpg");
    byte[] longer = Arrays.copyOf(whole, whole.length + 1);
    assertFalse(convert(longer, spec(96, 64)).untouched());
  }

  /** A reader that heeds the tag would turn what is meant to stay. */
  @Test
  void anOrientationThatIsNotAppliedIsNotStored() throws RejectedException {
    byte[] turned = Fixtures.bytes("orientation-3.jpg");
    assertFalse(convert(turned, spec(96, 64).orient(false)).untouched());
  }

  @Test
  void theBytesAreNotCopied() throws RejectedException {
    byte[] source = Fixtures.bytes("baseline.jpg");
    EncodedImage image = convert(source, spec(96, 64));
    assertTrue(image.untouched());
    assertSame(source, image.bytes());
  }

  private static EncodedImage convert(byte[] source, ImageSpec.Builder spec)
      throws RejectedException {
    return EngineChoice.AUTO.open(spec.build()).convert(source);
  }

  private static ImageSpec.Builder spec(int width, int height) {
    return ImageSpec.builder().width(width).height(height);
  }
}
