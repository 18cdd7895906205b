package dev.darkroom.benchmark.images;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.darkroom.transforms.image.EngineChoice;
import dev.darkroom.transforms.image.spec.ImageSpec;
import dev.darkroom.transforms.image.spec.Resample;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.tensorflow.exceptions.TFInvalidArgumentException;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.types.TUint8;

class YardsticksTest {
  /** Height, width, and each component's sampling factors, as the frame header has them. */
  private static String frame(byte[] jpeg) {
    ByteBuffer bytes = ByteBuffer.wrap(jpeg);
    int at = 2;
    while ((bytes.get(at + 1) & 0xFF) != 0xC0) {
      at += 2 + bytes.getShort(at + 2);
    }
    StringBuilder sampling = new StringBuilder();
    for (int i = 0; i < bytes.get(at + 9); i++) {
      sampling.append(String.format(" %02x", bytes.get(at + 11 + 3 * i)));
    }
    return bytes.getShort(at + 5) + "x" + bytes.getShort(at + 7) + sampling;
  }

  @ParameterizedTest
  @CsvSource({"500, 375", "333, 500", "240, 160", "192, 192"})
  void seedSequenceMakes192x192Of444(int width, int height) throws Exception {
    Photo photo = new Photo(Photos.jpeg(width, height));
    assertEquals("192x192 11 11 11", frame(new SeedSequence().convert(photo)));
  }

  @ParameterizedTest
  @CsvSource({"500, 375", "333, 500", "240, 160"})
  void seedSequenceIsTheEnginesExactMode(int width, int height) throws Exception {
    Photo photo = new Photo(Photos.jpeg(width, height));
    ImageSpec exact =
        ImageSpec.builder().width(192).height(192).resample(Resample.BILINEAR).exact(true).build();
    assertArrayEquals(
        EngineChoice.TENSORFLOW.open(exact).convert(photo.bytes()).bytes(),
        new SeedSequence().convert(photo));
  }

  @Test
  void floorDecodesAllAndEncodesThePicture() throws Exception {
    Photo photo = new Photo(Photos.jpeg(500, 375));
    BufferedImage drawn = ImageIO.read(new ByteArrayInputStream(Photos.jpeg(192, 192)));
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(drawn, "png", png);
    TUint8 picture =
        TUint8.tensorOf(
            Shape.of(192, 192, 3),
            pixels ->
                pixels
                    .scalars()
                    .forEachIndexed(
                        (at, pixel) ->
                            pixel.setObject(
                                (byte)
                                    (drawn.getRGB((int) at[1], (int) at[0])
                                        >> (8 * (2 - (int) at[2]))))));
    byte[] expected = EngineChoice.TENSORFLOW.open(Photo.SPEC).convert(png.toByteArray()).bytes();
    LibjpegFloor floor = new LibjpegFloor(1);
    assertArrayEquals(expected, floor.convert(photo, picture));
    assertArrayEquals(expected, new LibjpegFloor(8).convert(photo, picture));
    photo.bytes()[0] = 0;
    assertThrows(TFInvalidArgumentException.class, () -> floor.convert(photo, picture));
  }

  @Test
  void plainJavaMakes192x192OfHalvedChroma() throws Exception {
    Photo photo = new Photo(Photos.jpeg(500, 375));
    assertEquals("192x192 22 11 11", frame(PlainJava.convert(photo)));
    BufferedImage read = PlainJava.read(photo);
    assertEquals(500, read.getWidth());
    assertEquals(375, read.getHeight());
  }

  @ParameterizedTest
  @EnumSource(Contestant.class)
  void everyContestantDoesItsWork(Contestant contestant) throws Exception {
    List<Photo> photos =
        List.of(new Photo(Photos.jpeg(500, 375)), new Photo(Photos.jpeg(1600, 1200)));
    Work work = contestant.open(photos);
    assertNotNull(work.with(0));
    assertNotNull(work.with(1));
  }
}
