package dev.darkroom.benchmark.conversion;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageFolderTest {
  @TempDir Path temporary;
  private Path folder;

  @BeforeEach
  void twoClassesAndHiddenFiles() throws IOException {
    folder = Files.createDirectory(temporary.resolve("images"));
    for (String name : List.of("daisy/1.jpg", "rose/1.jpg", "rose/.hidden", ".trash/1.jpg")) {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, name);
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 1500, 1", "1500, 1500, 1", "1501, 1500, 2", "21000, 1500, 14"})
  void takesAFolderOftenEnough(long images, long files, long times) {
    assertEquals(times, ImageFolder.timesToReach(images, files));
  }

  @Test
  void aFolderWithoutFilesCannotBeRepeated() {
    assertThrows(IllegalArgumentException.class, () -> ImageFolder.timesToReach(1, 0));
  }

  @Test
  void listsAllButHiddenFiles() throws IOException {
    assertEquals(
        List.of(folder.resolve("daisy/1.jpg"), folder.resolve("rose/1.jpg")),
        ImageFolder.files(folder));
  }

  @Test
  void repeatsFilesInTheirClasses() throws IOException {
    Path repeated = temporary.resolve("repeated");
    assertEquals(4, ImageFolder.repeat(folder, 3, repeated));
    List<Path> files = ImageFolder.files(repeated);
    assertEquals(4, files.size());
    assertEquals(repeated.resolve("daisy/0-1.jpg"), files.get(0));
    assertArrayEquals(
        Files.readAllBytes(folder.resolve("rose/1.jpg")), Files.readAllBytes(files.get(3)));
  }
}
