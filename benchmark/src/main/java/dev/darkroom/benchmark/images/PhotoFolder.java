package dev.darkroom.benchmark.images;

import dev.darkroom.benchmark.conversion.ImageFolder;
import dev.darkroom.transforms.image.source.Colour;
import dev.darkroom.transforms.image.source.ImageFormat;
import dev.darkroom.transforms.image.source.SourceImage;
import dev.darkroom.transforms.rejection.RejectedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.BiPredicate;
import javax.imageio.IIOException;

/** A folder to choose photos from. */
final class PhotoFolder {
  private final Path folder;

  PhotoFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * Chooses among the sound, upright colour JPEG files, which every contestant converts: ImageIO
   * fails on broken colour profiles. The same ones each time.
   *
   * @param most how many to choose at most
   */
  List<Path> choose(int most, BiPredicate<SourceImage, byte[]> wanted) throws IOException {
    List<Path> files = new ArrayList<>(ImageFolder.files(folder));
    Collections.shuffle(files, new Random(0));
    List<Path> chosen = new ArrayList<>();
    for (Path file : files) {
      if (chosen.size() < most && isWanted(Files.readAllBytes(file), wanted)) {
        chosen.add(file);
      }
    }
    return chosen;
  }

  private static boolean isWanted(byte[] bytes, BiPredicate<SourceImage, byte[]> wanted)
      throws IOException {
    try {
      SourceImage image = SourceImage.inspect(bytes, Photo.SPEC.maxPixels());
      return image.format() == ImageFormat.JPEG
          && image.colour() == Colour.RGB
          && image.upright()
          && !image.arithmetic()
          && wanted.test(image, bytes)
          && PlainJava.read(new Photo(bytes)) != null;
    } catch (RejectedException | IIOException e) {
      return false;
    }
  }
}
