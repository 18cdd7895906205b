package dev.darkroom.benchmark.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.darkroom.benchmark.Photos;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class TensorFlowDecoderTest {
  private final ImageDecoder decoder = TensorFlowDecoder.open();

  @Test
  void decodesBothFormats() throws IOException {
    try (ImageDecoder.Pixels pixels = decoder.decode(Photos.jpeg(40, 30, 1))) {
      assertEquals(1200, pixels.count());
    }
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(7, 5, BufferedImage.TYPE_BYTE_GRAY), "png", png);
    try (ImageDecoder.Pixels pixels = decoder.decode(png.toByteArray())) {
      assertEquals(35, pixels.count());
    }
  }

  /** The family transposed targets that are not square, and wrote unknown labels as class 0. */
  @Test
  void D11_widthAndHeightAreNotTransposed() throws IOException {
    try (ImageDecoder.Pixels pixels = decoder.decode(Photos.jpeg(40, 30, 1));
        ImageDecoder.Pixels resized = pixels.resize(20, 8)) {
      assertEquals(20, resized.width());
      assertEquals(8, resized.height());
    }
  }

  @Test
  void saysWhatItCannotDecode() throws IOException {
    byte[] jpeg = Photos.jpeg(40, 30, 1);
    IOException broken =
        assertThrows(IOException.class, () -> decoder.decode(Arrays.copyOf(jpeg, 40)));
    assertTrue(broken.getMessage().startsWith("broken JPEG: "), broken.getMessage());
    IOException none = assertThrows(IOException.class, () -> decoder.decode(new byte[9]));
    assertEquals("decodes JPEG and PNG, this is no image", none.getMessage());
  }
}
