package dev.darkroom.transforms.image.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against the means of 8 by 8 pixels of the whole image, as ImageIO writes and decodes it. */
class EighthImageTest {
  @ParameterizedTest
  @CsvSource({"1200, 900, false", "1203, 901, false", "1201, 907, true"})
  void isTheMeanOfEachBlock(int width, int height, boolean grey) throws Exception {
    byte[] jpeg = jpeg(width, height, grey);
    SourceImage source = SourceImage.inspect(jpeg, 1 << 24);
    EighthImage eighth = source.eighth().orElseThrow();
    BufferedImage whole = ImageIO.read(new ByteArrayInputStream(jpeg));
    int columns = width / 8;
    int rows = height / 8;
    byte[] rgb = eighth.rgb(0, 0, columns, rows);
    int worst = 0;
    for (int y = 0; y < rows; y++) {
      for (int x = 0; x < columns; x++) {
        for (int c = 0; c < 3; c++) {
          int mean = mean(whole, 8 * x, 8 * y, c);
          worst = Math.max(worst, Math.abs(mean - (rgb[3 * (y * columns + x) + c] & 0xFF)));
        }
      }
    }
    assertTrue(worst <= 3, "differs by " + worst);
  }

  @Test
  void aRectangleIsCutOutOfIt() throws Exception {
    EighthImage eighth =
        SourceImage.inspect(jpeg(1203, 901, false), 1 << 24).eighth().orElseThrow();
    byte[] whole = eighth.rgb(0, 0, 151, 113);
    byte[] part = eighth.rgb(7, 5, 11, 3);
    for (int y = 0; y < 3; y++) {
      for (int i = 0; i < 33; i++) {
        assertEquals(whole[3 * (151 * (5 + y) + 7) + i], part[33 * y + i]);
      }
    }
  }

  @Test
  void smallImagesHaveNone() throws Exception {
    assertTrue(SourceImage.inspect(jpeg(1000, 900, false), 1 << 24).eighth().isEmpty());
  }

  /** Slopes in all channels, none of them the same, so that a shift or an exchange shows. */
  private static byte[] jpeg(int width, int height, boolean grey) throws IOException {
    BufferedImage image =
        new BufferedImage(
            width, height, grey ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int red = 40 + 150 * x / width;
        int green = 200 - 150 * y / height;
        int blue = 30 + 100 * (x + y) / (width + height) + 60 * x / width;
        image.setRGB(x, y, red << 16 | green << 8 | blue);
      }
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, "jpeg", out);
    return out.toByteArray();
  }

  private static int mean(BufferedImage image, int x0, int y0, int channel) {
    int sum = 0;
    for (int y = y0; y < y0 + 8; y++) {
      for (int x = x0; x < x0 + 8; x++) {
        sum +=
            image.getRaster().getNumBands() == 1
                ? image.getRaster().getSample(x, y, 0)
                : image.getRaster().getSample(x, y, channel);
      }
    }
    return (sum + 32) / 64;
  }
}
