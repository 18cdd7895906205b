package dev.darkroom.transforms.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.darkroom.transforms.image.source.SourceImage;
import dev.darkroom.transforms.image.spec.Fit;
import dev.darkroom.transforms.image.spec.ImageSpec;
import dev.darkroom.transforms.image.spec.OutputFormat;
import dev.darkroom.transforms.image.spec.Resample;
import dev.darkroom.transforms.rejection.Reason;
import dev.darkroom.transforms.rejection.RejectedException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What engines ask for, in bytes beside two copies of the file. */
class MemoryClaimsTest {
  private static final int OUTPUT = 24 * 16;

  @ParameterizedTest
  @CsvSource({
    "IMGSCALR, rgb.png, 3",
    "IMGSCALR, alpha.png, 4",
    "IMGSCALR, deep-rgb.png, 6",
    "IMGSCALR, formats/grey-16.png, 2",
    "IMGSCALR, formats/animated.gif, 1",
    "IMGSCALR, formats/24.bmp, 4",
    "IMGSCALR, formats/lossy.webp, 5",
    "IMGSCALR, formats/alpha-lossy.webp, 6",
    "IMGSCALR, formats/lzw.tif, 3",
    "IMGSCALR, formats/cmyk.tif, 4",
    "IMGSCALR, cmyk.jpg, 4",
    "IMGSCALR, baseline.jpg, 0",
    "IMGSCALR, progressive.jpg, 6",
    "TENSORFLOW, rgb.png, 6",
    "TENSORFLOW, deep-rgb.png, 12",
    "TENSORFLOW, alpha.png, 20",
    "TENSORFLOW, baseline.jpg, 6",
    "TENSORFLOW, progressive.jpg, 12",
  })
  void decodersTakeBytesByThePixel(EngineChoice engine, String name, int bytesPerPixel)
      throws RejectedException {
    byte[] source = Fixtures.bytes(name);
    assertEquals(
        bytesPerPixel * pixels(source) + 21 * OUTPUT,
        last(claims(engine, bilinear(24, 16).build(), source)));
  }

  @ParameterizedTest
  @CsvSource({"baseline.jpg, 0", "progressive.jpg, 6"})
  void shrunkJpegsAreDecodedOnTheWay(String name, int bytesPerPixel) throws RejectedException {
    byte[] source = Fixtures.bytes(name);
    assertEquals(
        List.of(bytesPerPixel * pixels(source) + 24L * OUTPUT, 21L * OUTPUT),
        claims(EngineChoice.TENSORFLOW, spec(24, 16).build(), source));
  }

  @ParameterizedTest
  @CsvSource({
    "rgb.png,                 COVER,   96, 64, 21",
    "rgb.png,                 STRETCH, 97, 64, 27",
    "rgb.png,                 STRETCH, 96, 65, 27",
    "rgb.png,                 CONTAIN, 24, 24, 27",
    "formats/orientation-6.png, COVER, 8,  8,  27",
    "formats/orientation-1.png, COVER, 8,  8,  21",
  })
  void outputsThatAreReshapedTakeMore(
      String name, Fit fit, int width, int height, int bytesPerPixel) throws RejectedException {
    byte[] source = Fixtures.bytes(name);
    assertEquals(
        3 * pixels(source) + (long) bytesPerPixel * width * height,
        last(claims(EngineChoice.IMGSCALR, spec(width, height).fit(fit).build(), source)));
  }

  @Test
  void whatIsStoredAsItIsIsDecodedAllTheSame() throws RejectedException {
    byte[] source = Fixtures.bytes("rgb.png");
    ImageSpec spec = spec(96, 64).outputFormat(OutputFormat.PNG).build();
    assertEquals(List.of(6 * pixels(source)), claims(EngineChoice.IMGSCALR, spec, source));
  }

  @Test
  void theExactWayResizesTheWholeImage() throws RejectedException {
    byte[] source = Fixtures.bytes("baseline.jpg");
    assertEquals(
        6 * pixels(source) + 4 * 3 * 60 * 40 + 21 * 40 * 40,
        last(claims(EngineChoice.TENSORFLOW, bilinear(40, 40).exact(true).build(), source)));
  }

  @Test
  void whoIsRefusedMemoryIsNotConverted() {
    RejectedException refusal = new RejectedException(Reason.TOO_SLOW, "given up");
    ImageEngine engine = EngineChoice.IMGSCALR.open(spec(24, 16).build());
    assertEquals(
        refusal,
        assertThrows(
            RejectedException.class,
            () ->
                engine.convert(
                    Fixtures.bytes("rgb.png"),
                    bytes -> {
                      throw refusal;
                    })));
  }

  private static List<Long> claims(EngineChoice choice, ImageSpec spec, byte[] source)
      throws RejectedException {
    List<Long> claims = new ArrayList<>();
    choice.open(spec).convert(source, bytes -> claims.add(bytes - 2L * source.length));
    return claims;
  }

  private static long last(List<Long> claims) {
    return claims.get(claims.size() - 1);
  }

  private static long pixels(byte[] source) throws RejectedException {
    return SourceImage.inspect(source, 1 << 20).pixels();
  }

  private static ImageSpec.Builder spec(int width, int height) {
    return ImageSpec.builder().width(width).height(height);
  }

  private static ImageSpec.Builder bilinear(int width, int height) {
    return spec(width, height).resample(Resample.BILINEAR);
  }
}
