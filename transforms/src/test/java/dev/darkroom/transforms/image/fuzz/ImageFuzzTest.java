package dev.darkroom.transforms.image.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.darkroom.transforms.image.Fixtures;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A taste of {@code make fuzz}. */
class ImageFuzzTest {
  @Test
  void damagedFilesEndInImagesOrRejections() throws IOException {
    List<byte[]> seeds =
        List.of(
            Fixtures.bytes("tiny.jpg"),
            Fixtures.bytes("tiny-progressive.jpg"),
            Fixtures.bytes("restarts.jpg"),
            Fixtures.bytes("thumbnail.jpg"),
            Fixtures.bytes("tiny.png"),
            Fixtures.bytes("palette.png"),
            Fixtures.bytes("cmyk.jpg"),
            Fixtures.bytes("scene.gif"),
            Fixtures.bytes("scene.bmp"),
            Fixtures.bytes("scene.tif"),
            Fixtures.bytes("scene.webp"));
    ImageFuzz fuzz = new ImageFuzz(new Mutator(seeds));
    for (int number = 0; number < 400; number++) {
      fuzz.tryFile(number);
    }
    assertEquals(List.of(), fuzz.failures());
  }
}
