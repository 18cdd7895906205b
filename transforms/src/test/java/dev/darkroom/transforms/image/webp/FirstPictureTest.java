package dev.darkroom.transforms.image.webp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.darkroom.transforms.image.Fixtures;
import dev.darkroom.transforms.image.source.SourceImage;
import dev.darkroom.transforms.rejection.RejectedException;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Colours and alpha before they are laid on a background, beside those that Pillow gives. */
class FirstPictureTest {
  /** Where the two frames of the animated sample begin. */
  private static final int FIRST_FRAME = 44;

  private static final int SECOND_FRAME = 290;
  private static final int FRAME_HEADER_BYTES = 24;

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

  @Test
  void isThatOfTheFirstFrameThatHoldsOne() throws RejectedException {
    byte[] webp = Fixtures.bytes("formats/animated-lossy.webp");
    ByteBuffer buffer = ByteBuffer.wrap(webp).order(ByteOrder.LITTLE_ENDIAN);
    int second = SECOND_FRAME + FRAME_HEADER_BYTES;
    byte[] alone = new byte[12 + 8 + buffer.getInt(second + 4)];
    System.arraycopy(webp, 0, alone, 0, 12);
    System.arraycopy(webp, second, alone, 12, alone.length - 12);
    ByteBuffer.wrap(alone).order(ByteOrder.LITTLE_ENDIAN).putInt(4, alone.length - 8);
    int[] expected = samples(FirstPicture.of(alone).decode());
    assertFalse(Arrays.equals(expected, samples(FirstPicture.of(webp).decode())));

    buffer.put(FIRST_FRAME + FRAME_HEADER_BYTES, (byte) 'W');
    SourceImage.inspect(webp, Long.MAX_VALUE);
    assertArrayEquals(expected, samples(FirstPicture.of(webp).decode()));
  }

  private static int[] samples(Raster raster) {
    return raster.getPixels(0, 0, raster.getWidth(), raster.getHeight(), (int[]) null);
  }
}
