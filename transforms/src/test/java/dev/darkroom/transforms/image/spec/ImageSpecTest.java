package dev.darkroom.transforms.image.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageSpecTest {
  @Test
  void hasDefaults() {
    ImageSpec spec = ImageSpec.builder().width(192).height(128).build();
    assertEquals(95, spec.jpegQuality());
    assertEquals(100_000_000, spec.maxPixels());
    assertEquals(0xFFFFFF, spec.background());
  }

  @ParameterizedTest
  @CsvSource({
    "0, 8, 95, 100, 0, 'width is 0, must be from 1 to 65500'",
    "8, 65501, 95, 100, 0, 'height is 65501, must be from 1 to 65500'",
    "60000, 60000, 95, 100, 0, 'width x height is 3600000000, must be from 1 to 134217727'",
    "8, 8, 0, 100, 0, 'jpegQuality is 0, must be from 1 to 100'",
    "8, 8, 101, 100, 0, 'jpegQuality is 101, must be from 1 to 100'",
    "8, 8, 95, 0, 0, 'maxPixels is 0, must be from 1 to 134217727'",
    "8, 8, 95, 134217728, 0, 'maxPixels is 134217728, must be from 1 to 134217727'",
    "8, 8, 95, 100, -1, 'background is -1, must be from 0 to 16777215'",
    "8, 8, 95, 100, 16777216, 'background is 16777216, must be from 0 to 16777215'",
  })
  void refusesNonsense(
      int width, int height, int quality, long maxPixels, int background, String message) {
    ImageSpec.Builder builder =
        ImageSpec.builder()
            .width(width)
            .height(height)
            .jpegQuality(quality)
            .maxPixels(maxPixels)
            .background(background);
    assertEquals(
        message, assertThrows(IllegalArgumentException.class, builder::build).getMessage());
  }

  @Test
  void refusesToLackASide() {
    assertThrows(IllegalStateException.class, ImageSpec.builder().width(8)::build);
  }

  @Test
  void survivesSerialization() throws Exception {
    ImageSpec spec = ImageSpec.builder().width(8).height(9).background(0x123456).build();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new ObjectOutputStream(bytes).writeObject(spec);
    ByteArrayInputStream in = new ByteArrayInputStream(bytes.toByteArray());
    assertEquals(spec, new ObjectInputStream(in).readObject());
  }
}
