package dev.darkroom.transforms.image.webp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.darkroom.transforms.image.Fixtures;
import dev.darkroom.transforms.rejection.RejectedException;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Colours and alpha before they are laid on a background, beside those that Pillow gives. */
class FirstPictureTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "lossy-alpha.webp",
        "alpha-filtered.webp",
        "raw-alpha.webp",
        "raw-alpha-horizontal.webp",
        "raw-alpha-vertical.webp",
        "raw-alpha-gradient.webp"
      })
  void isThatOfTheSample(String name) throws RejectedException, IOException {
    Raster made = FirstPicture.of(Fixtures.bytes("formats/" + name)).decode();
    byte[] png = Fixtures.bytes("formats/expected/with-alpha-" + name + ".png");
    Raster expected = ImageIO.read(new ByteArrayInputStream(png)).getRaster();
    assertEquals(4, expected.getNumBands());
    assertArrayEquals(samples(expected), samples(made));
  }

  private static int[] samples(Raster raster) {
    return raster.getPixels(0, 0, raster.getWidth(), raster.getHeight(), (int[]) null);
  }
}
