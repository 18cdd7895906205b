package dev.darkroom.benchmark.conversion;

import static java.util.stream.Collectors.toList;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files of a folder as a conversion lists them. */
public final class ImageFolder {
  private ImageFolder() {}

  /** All files at any depth, hidden ones left out, by name. */
  public static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> found = Files.walk(folder)) {
      return found
          .filter(path -> !isHidden(folder.relativize(path)) && Files.isRegularFile(path))
          .sorted()
          .collect(toList());
    }
  }

  private static boolean isHidden(Path below) {
    for (Path name : below) {
      if (name.toString().startsWith(".")) {
        return true;
      }
    }
    return false;
  }

  /**
   * Repeats every file as often as it takes to have {@code images} of them, each under a name of
   * its own in a folder of its old name: by hard links, or by copies where there can be none.
   *
   * @return how many files there are then
   */
  static long repeat(Path folder, long images, Path target) throws IOException {
    List<Path> files = files(folder);
    long times = timesToReach(images, files.size());
    for (long time = 0; time < times; time++) {
      for (Path file : files) {
        Path below = folder.relativize(file);
        Path repeated = target.resolve(below).resolveSibling(time + "-" + below.getFileName());
        Files.createDirectories(repeated.getParent());
        link(file, repeated);
      }
    }
    return times * files.size();
  }

  /** How often a folder of {@code files} must be taken to make at least {@code images}. */
  static long timesToReach(long images, long files) {
    if (files == 0) {
      throw new IllegalArgumentException("--input has no files");
    }
    return (images + files - 1) / files;
  }

  private static void link(Path file, Path link) throws IOException {
    try {
      Files.createLink(link, file);
    } catch (IOException | UnsupportedOperationException e) {
      Files.copy(file, link);
    }
  }
}
