package dev.darkroom.transforms.convert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.darkroom.transforms.publish.Manifest;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensorflow.proto.Example;

/** What a file is called does not matter. */
class WrongNamesTest {
  private static final int FILES = 1000;
  private static final int RED = 0xCC2C2C;
  private static final List<String> SOURCES =
      List.of(
          "/images/tiny.jpg",
          "/images/tiny.png",
          "/formats/plain.gif",
          "/formats/24.bmp",
          "/formats/lossless.webp",
          "/formats/lzw.tif");

  @TempDir Path scratch;

  @Test
  void threeTenthsOfAThousandFiles() throws IOException {
    Path folder = Files.createDirectories(scratch.resolve("photos/roses"));
    for (int i = 0; i < FILES; i++) {
      int kind = i % SOURCES.size();
      String wrong = SOURCES.get((kind + 1 + i % (SOURCES.size() - 1)) % SOURCES.size());
      String named = i % 10 < 3 ? wrong : SOURCES.get(kind);
      String extension = named.substring(named.lastIndexOf('.'));
      try (InputStream in = WrongNamesTest.class.getResourceAsStream(SOURCES.get(kind))) {
        Files.write(folder.resolve(i + extension), in.readAllBytes());
      }
    }
    SmallDataset dataset = new SmallDataset(scratch.resolve("out"));
    dataset.convert(scratch.resolve("photos").toString());

    Manifest.Books total = dataset.manifest().total();
    assertEquals(FILES, total.listed());
    assertEquals(FILES, total.written());
    Map<String, Example> records = dataset.records();
    assertEquals(FILES, records.size());
    for (Map.Entry<String, Example> record : records.entrySet()) {
      assertRed(record.getKey(), record.getValue());
    }
  }

  private static void assertRed(String key, Example example) throws IOException {
    byte[] jpeg =
        example.getFeatures().getFeatureOrThrow("image").getBytesList().getValue(0).toByteArray();
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(jpeg));
    for (int shift = 0; shift < 24; shift += 8) {
      int difference = ((image.getRGB(1, 1) >> shift) & 0xFF) - ((RED >> shift) & 0xFF);
      assertTrue(Math.abs(difference) < 20, () -> key + ": " + difference);
    }
  }
}
