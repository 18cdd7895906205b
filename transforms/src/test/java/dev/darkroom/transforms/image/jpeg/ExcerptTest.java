package dev.darkroom.transforms.image.jpeg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.darkroom.transforms.image.Fixtures;
import dev.darkroom.transforms.image.geometry.Crop;
import dev.darkroom.transforms.image.imgscalr.PixelReader;
import dev.darkroom.transforms.image.pixels.Pixels;
import dev.darkroom.transforms.image.source.SourceImage;
import dev.darkroom.transforms.rejection.RejectedException;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Against what the JDK's libjpeg decodes, and means of it. */
class ExcerptTest {
  private static final int MOST_PIXELS = 1 << 24;

  @ParameterizedTest
  @CsvSource({
    "full-chroma.jpg, 2",
    "restarts.jpg, 2",
    "grey.jpg, 1",
    "formats/progressive-444.jpg, 2",
    "formats/grey-sampled.jpg, 1",
    "formats/named-rgb.jpg, 1",
    "formats/adobe-0.jpg, 1",
    "formats/fill-bytes.jpg, 2"
  })
  void atItsOwnSizeItIsTheImage(String name, int most) throws RejectedException {
    byte[] file = Fixtures.bytes(name);
    SourceImage image = SourceImage.inspect(file, MOST_PIXELS);
    int[] expected = area(pixels(file, image), whole(image, image.width(), image.height()));
    byte[] decoded = decode(file, whole(image, image.width(), image.height())).rgb();
    for (int i = 0; i < expected.length; i++) {
      assertEquals(expected[i], decoded[i] & 0xFF, most, name + " at " + i);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "baseline.jpg",
        "full-chroma.jpg",
        "restarts.jpg",
        "progressive.jpg",
        "formats/progressive-444.jpg",
        "grey.jpg",
        "large.jpg",
        "rgb-colours.jpg",
        "unmarked.jpg",
        "formats/410.jpg",
        "formats/411.jpg",
        "formats/422.jpg",
        "formats/440.jpg",
        "formats/odd-sampling.jpg",
        "formats/most-chroma.jpg",
        "formats/grey-sampled.jpg",
        "formats/named-rgb.jpg",
        "formats/adobe-0.jpg",
        "formats/adobe-1.jpg"
      })
  void shrunkItIsTheMean(String name) throws RejectedException {
    byte[] file = Fixtures.bytes(name);
    SourceImage image = SourceImage.inspect(file, MOST_PIXELS);
    BufferedImage pixels = pixels(file, image);
    for (int eighths = 1; eighths <= 8; eighths++) {
      int width = Math.max(1, image.width() * eighths / 8);
      int height = Math.max(1, image.height() * eighths / 8 - 1);
      Excerpt excerpt = whole(image, width, height);
      int[] expected = area(pixels, excerpt);
      byte[] decoded = decode(file, excerpt).rgb();
      double sum = 0;
      for (int i = 0; i < expected.length; i++) {
        sum += Math.abs(expected[i] - (decoded[i] & 0xFF));
      }
      double mean = sum / expected.length;
      assertTrue(mean < 3, name + " to " + width + "x" + height + " differs by " + mean);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "baseline.jpg",
        "full-chroma.jpg",
        "restarts.jpg",
        "progressive.jpg",
        "grey.jpg",
        "formats/411.jpg"
      })
  void aWindowIsAPartOfTheWhole(String name) throws RejectedException {
    byte[] file = Fixtures.bytes(name);
    SourceImage image = SourceImage.inspect(file, MOST_PIXELS);
    int stride = 3 * image.width();
    byte[] whole = decode(file, whole(image, image.width(), image.height())).rgb();
    int x = image.width() / 3;
    int y = image.height() / 4;
    int width = image.width() - x - 2;
    int height = image.height() / 2;
    byte[] part = decode(file, excerpt(x, y, width, height, width, height)).rgb();
    for (int row = 0; row < height; row++) {
      int from = (y + row) * stride + 3 * x;
      assertArrayEquals(
          Arrays.copyOfRange(whole, from, from + 3 * width),
          Arrays.copyOfRange(part, 3 * width * row, 3 * width * (row + 1)),
          name + ", row " + row);
    }
  }

  /** Of the same coefficients, in other scans. */
  @ParameterizedTest
  @CsvSource({
    "formats/410.jpg, formats/progressive-410.jpg",
    "formats/422.jpg, formats/progressive-422.jpg"
  })
  void progressiveFilesAreDecodedAsSequentialOnes(String one, String other)
      throws RejectedException {
    for (int shrunk = 1; shrunk < 8; shrunk++) {
      Excerpt excerpt = excerpt(7, 5, 80, 50, 80 / shrunk, 50 / shrunk);
      assertArrayEquals(
          decode(Fixtures.bytes(one), excerpt).rgb(), decode(Fixtures.bytes(other), excerpt).rgb());
    }
  }

  /** Of long files, blocks are found before they are decoded. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "baseline.jpg",
        "full-chroma.jpg",
        "restarts.jpg",
        "grey.jpg",
        "rgb-colours.jpg",
        "formats/410.jpg",
        "formats/411.jpg",
        "formats/422.jpg",
        "formats/440.jpg",
        "formats/odd-sampling.jpg",
        "formats/most-chroma.jpg",
        "formats/grey-sampled.jpg"
      })
  void longFilesAreDecodedAsShortOnes(String name) throws RejectedException {
    assertLongIsDecodedAsShort(Fixtures.bytes(name));
  }

  @Test
  void longFilesOfSeveralScansAreDecodedAsShortOnes() throws Exception {
    assertLongIsDecodedAsShort(SeparateScans.rgb(160, 96));
  }

  private static void assertLongIsDecodedAsShort(byte[] file) throws RejectedException {
    SourceImage image = SourceImage.inspect(file, MOST_PIXELS);
    int width = image.width();
    int height = image.height();
    for (Excerpt excerpt :
        new Excerpt[] {
          whole(image, width / 8, height / 8),
          whole(image, width / 32, height / 32),
          excerpt(0, 0, width * 7 / 8, height * 7 / 8, 2, 1),
          excerpt(width / 8, height / 8, width * 7 / 8, height * 7 / 8, 2, 3),
          excerpt(width / 8, height / 8, width * 3 / 4, height * 7 / 8, width / 4, height / 3)
        }) {
      assertArrayEquals(
          decode(file, excerpt).rgb(), decode(Fixtures.longJpeg(file), excerpt).rgb());
    }
  }

  /** Steep slopes, that end within a block. */
  @ParameterizedTest
  @CsvSource({"1, 1", "2, 1", "3, 2", "5, 1", "6, 5", "7, 6"})
  void smallImagesAreTheirMeans(int width, int height) throws RejectedException {
    byte[] file = Fixtures.bytes("slope.jpg");
    SourceImage image = SourceImage.inspect(file, MOST_PIXELS);
    Excerpt excerpt = whole(image, width, height);
    int[] expected = area(pixels(file, image), excerpt);
    byte[] decoded = decode(file, excerpt).rgb();
    for (int i = 0; i < expected.length; i++) {
      assertEquals(expected[i], decoded[i] & 0xFF, 2, "at " + i);
    }
  }

  @Test
  void oneAxisCanShrinkAlone() throws RejectedException {
    byte[] file = Fixtures.bytes("large.jpg");
    SourceImage image = SourceImage.inspect(file, MOST_PIXELS);
    for (Excerpt excerpt :
        new Excerpt[] {whole(image, image.width(), 1), whole(image, 1, image.height())}) {
      int[] expected = area(pixels(file, image), excerpt);
      byte[] decoded = decode(file, excerpt).rgb();
      double sum = 0;
      for (int i = 0; i < expected.length; i++) {
        sum += Math.abs(expected[i] - (decoded[i] & 0xFF));
      }
      assertTrue(sum / expected.length < 2, "differs by " + sum / expected.length);
    }
  }

  /** A scan for each component, as encoders for little memory write them. */
  @Test
  void scansOfOneComponentAreDecoded() throws Exception {
    byte[] file = SeparateScans.rgb(75, 50);
    SourceImage image = SourceImage.inspect(file, MOST_PIXELS);
    byte[] decoded = decode(file, excerpt(5, 3, 64, 40, 64, 40)).rgb();
    int[] expected = area(pixels(file, image), excerpt(5, 3, 64, 40, 64, 40));
    for (int i = 0; i < expected.length; i++) {
      assertEquals(expected[i], decoded[i] & 0xFF, 1, "at " + i);
    }
  }

  @Test
  void severalScansAreToldOf() throws Exception {
    byte[] separate = SeparateScans.rgb(75, 50);
    assertTrue(SourceImage.inspect(separate, MOST_PIXELS).severalScans());
    byte[] together = Fixtures.bytes("baseline.jpg");
    assertFalse(SourceImage.inspect(together, MOST_PIXELS).severalScans());
  }

  @ParameterizedTest
  @ValueSource(strings = {"cmyk.jpg", "formats/arithmetic.jpg", "rgb.png"})
  void othersAreLeftToDecoders(String name) throws RejectedException {
    SourceImage image =
        SourceImage.inspect(
            Fixtures.bytes(name), MOST_PIXELS, source -> Optional.of(excerpt(0, 0, 8, 8, 4, 4)));
    assertTrue(image.decoded().isEmpty());
  }

  @Test
  void aComponentThatComesTwiceIsLeftToDecoders() throws Exception {
    byte[] file = SeparateScans.withSecondLast(SeparateScans.rgb(75, 50));
    SourceImage image =
        SourceImage.inspect(file, MOST_PIXELS, source -> Optional.of(whole(source, 8, 8)));
    assertTrue(image.decoded().isEmpty());
  }

  private static Pixels decode(byte[] file, Excerpt excerpt) throws RejectedException {
    return SourceImage.inspect(file, MOST_PIXELS, image -> Optional.of(excerpt))
        .decoded()
        .orElseThrow();
  }

  private static BufferedImage pixels(byte[] file, SourceImage image) throws RejectedException {
    return new PixelReader(image, 0).read(file, Crop.of(0, 0, image.width(), image.height()));
  }

  private static Excerpt whole(SourceImage image, int toWidth, int toHeight) {
    return excerpt(0, 0, image.width(), image.height(), toWidth, toHeight);
  }

  private static Excerpt excerpt(int x, int y, int width, int height, int toWidth, int toHeight) {
    return Excerpt.builder()
        .x(x)
        .y(y)
        .width(width)
        .height(height)
        .toWidth(toWidth)
        .toHeight(toHeight)
        .build();
  }

  /** The means of the areas that pixels cover, rounded. */
  private static int[] area(BufferedImage image, Excerpt e) {
    int[] means = new int[3 * e.toWidth() * e.toHeight()];
    for (int y = 0; y < e.toHeight(); y++) {
      for (int x = 0; x < e.toWidth(); x++) {
        double left = e.x() + (double) x * e.width() / e.toWidth();
        double right = e.x() + (x + 1.0) * e.width() / e.toWidth();
        double top = e.y() + (double) y * e.height() / e.toHeight();
        double bottom = e.y() + (y + 1.0) * e.height() / e.toHeight();
        double[] sum = new double[3];
        for (int row = (int) top; row < Math.min(bottom, image.getHeight()); row++) {
          for (int column = (int) left; column < Math.min(right, image.getWidth()); column++) {
            double weight =
                (Math.min(row + 1, bottom) - Math.max(row, top))
                    * (Math.min(column + 1, right) - Math.max(column, left));
            for (int c = 0; c < 3; c++) {
              sum[c] += weight * (image.getRGB(column, row) >> (16 - 8 * c) & 0xFF);
            }
          }
        }
        for (int c = 0; c < 3; c++) {
          means[3 * (y * e.toWidth() + x) + c] =
              (int) Math.round(sum[c] / ((right - left) * (bottom - top)));
        }
      }
    }
    return means;
  }
}
