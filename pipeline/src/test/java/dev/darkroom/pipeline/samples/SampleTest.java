package dev.darkroom.pipeline.samples;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SampleTest {
  @ParameterizedTest
  @EnumSource
  void paintsTheSameAgainAndSomethingElseForAnotherSeed(Subject subject) throws IOException {
    byte[] first = sample(subject, "a.jpg", 1).bytes();

    assertArrayEquals(first, sample(subject, "b.jpg", 1).bytes());
    assertFalse(Arrays.equals(first, sample(subject, "a.jpg", 2).bytes()));
  }

  @ParameterizedTest
  @EnumSource
  void storesTheImageAsTheCameraWasHeld(Orientation orientation) throws IOException {
    byte[] jpeg = jpeg(orientation, Optional.empty());

    BufferedImage stored = ImageIO.read(new ByteArrayInputStream(jpeg));
    boolean sideways = orientation.tag() >= 5;
    assertEquals(sideways ? 32 : 48, stored.getWidth());
    assertEquals(sideways ? 48 : 32, stored.getHeight());
    assertEquals(orientation.tag(), exifOrientation(jpeg));
    assertNearlyEqual(upright(), turned(stored, exifOrientation(jpeg)));
  }

  @Test
  void writesAPngWhereTheNameSaysSo() throws IOException {
    byte[] png = sample(Subject.WAVES, "a.png", 1).bytes();

    assertEquals(0x89504e47, ByteBuffer.wrap(png).getInt());
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
    assertEquals(48, image.getWidth());
    assertEquals(32, image.getHeight());
  }

  @Test
  void truncatesInTheMiddleOfTheData() throws IOException {
    byte[] whole = large(Optional.empty()).bytes();
    byte[] half = large(Optional.of(Defect.TRUNCATED)).bytes();

    assertArrayEquals(Arrays.copyOf(whole, whole.length / 2), half);
    String text = new String(half, ISO_8859_1);
    assertTrue(text.contains("\u00ff\u00da"), "the scan has begun");
    assertFalse(text.contains("\u00ff\u00d9"), "the image has not ended");
  }

  @Test
  void writesNothingOrProseUnderTheNameOfAJpeg() throws IOException {
    assertEquals(0, jpeg(Orientation.UPRIGHT, Optional.of(Defect.EMPTY)).length);
    assertEquals(
        "404 Not Found: the picture you asked for has moved.\n",
        new String(jpeg(Orientation.UPRIGHT, Optional.of(Defect.TEXT)), US_ASCII));
  }

  private static Sample sample(Subject subject, String name, long seed) {
    return new Sample(subject, name, seed, 48, 32, Orientation.UPRIGHT, Optional.empty());
  }

  private static Sample large(Optional<Defect> defect) {
    return new Sample(Subject.WAVES, "a.jpg", 1, 240, 160, Orientation.UPRIGHT, defect);
  }

  private static byte[] jpeg(Orientation orientation, Optional<Defect> defect) throws IOException {
    return new Sample(Subject.WAVES, "a.jpg", 1, 48, 32, orientation, defect).bytes();
  }

  private static BufferedImage upright() throws IOException {
    return ImageIO.read(new ByteArrayInputStream(sample(Subject.WAVES, "a.png", 1).bytes()));
  }

  private static int exifOrientation(byte[] jpeg) {
    int exif = new String(jpeg, ISO_8859_1).indexOf("Exif\0\0MM\0*");
    assertEquals(0xffe1, ByteBuffer.wrap(jpeg).getShort(exif - 4) & 0xffff);
    assertEquals(0x0112, ByteBuffer.wrap(jpeg).getShort(exif + 16));
    return ByteBuffer.wrap(jpeg).getShort(exif + 24);
  }

  /**
   * What EXIF 2.32, section 4.6.4, demands: where row 0 and column 0 of the stored pixels belong.
   */
  private static BufferedImage turned(BufferedImage stored, int tag) {
    int w = stored.getWidth();
    int h = stored.getHeight();
    BufferedImage upright =
        tag >= 5
            ? new BufferedImage(h, w, BufferedImage.TYPE_INT_RGB)
            : new BufferedImage(w, h, BufferedImage.TYPE_INT_RGB);
    for (int row = 0; row < h; row++) {
      for (int column = 0; column < w; column++) {
        int rgb = stored.getRGB(column, row);
        switch (tag) {
          case 1 -> upright.setRGB(column, row, rgb); // row 0 top, column 0 left
          case 3 -> upright.setRGB(w - 1 - column, h - 1 - row, rgb); // bottom, right
          case 6 -> upright.setRGB(h - 1 - row, column, rgb); // right, top
          case 8 -> upright.setRGB(row, w - 1 - column, rgb); // left, bottom
          default -> throw new AssertionError(tag);
        }
      }
    }
    return upright;
  }

  private static void assertNearlyEqual(BufferedImage expected, BufferedImage actual) {
    assertEquals(expected.getWidth(), actual.getWidth());
    assertEquals(expected.getHeight(), actual.getHeight());
    long difference = 0;
    for (int y = 0; y < expected.getHeight(); y++) {
      for (int x = 0; x < expected.getWidth(); x++) {
        int green = expected.getRGB(x, y) >> 8 & 255;
        difference += Math.abs(green - (actual.getRGB(x, y) >> 8 & 255));
      }
    }
    double mean = (double) difference / (expected.getWidth() * expected.getHeight());
    assertTrue(mean < 6, () -> "mean difference " + mean);
  }
}
