package dev.darkroom.transforms.image;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.darkroom.transforms.image.spec.Fit;
import dev.darkroom.transforms.image.spec.ImageSpec;
import dev.darkroom.transforms.image.spec.OutputFormat;
import dev.darkroom.transforms.rejection.RejectedException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32;
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

  @ParameterizedTest
  @CsvSource({
    "gAMA, 3, false",
    "gAMA, 4, true",
    "cHRM, 31, false",
    "cHRM, 32, true",
    "sRGB, 0, false",
    "sRGB, 1, true",
    "pHYs, 8, false",
    "pHYs, 9, true",
  })
  void aChunkThatIsTooShortIsNotStored(String chunk, int length, boolean untouched)
      throws RejectedException {
    byte[] png = Fixtures.bytes("rgb.png");
    ByteBuffer longer = ByteBuffer.allocate(png.length + 12 + length);
    longer.put(png, 0, 33).putInt(length).put(chunk.getBytes(ISO_8859_1)).put(new byte[length]);
    CRC32 crc = new CRC32();
    crc.update(longer.array(), 37, 4 + length);
    longer.putInt((int) crc.getValue()).put(png, 33, png.length - 33);
    ImageSpec.Builder spec = spec(96, 64).outputFormat(OutputFormat.PNG);
    assertEquals(untouched, convert(longer.array(), spec).untouched());
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
