package dev.darkroom.transforms.listing;

import dev.darkroom.transforms.dataset.ImageInput;
import dev.darkroom.transforms.dataset.ImageRef;
import dev.darkroom.transforms.dataset.SplitRule;
import java.io.Serializable;
import java.util.Optional;

/** From a file's name to its reference. Immutable, thread-safe. */
final class Describer implements Serializable {
  private final ImageInput given;
  private final int input;
  private final String commonRoot;
  private final SplitRule splits;

  Describer(ImageInput given, int input, String commonRoot, SplitRule splits) {
    this.given = given;
    this.input = input;
    this.commonRoot = commonRoot;
    this.splits = splits;
  }

  /** The position of the input among those given. */
  int input() {
    return input;
  }

  /**
   * The reference of a file below the input's root, or empty if it is hidden or a folder's marker.
   */
  Optional<ImageRef> describe(String uri, long bytes) {
    String below = uri.substring(given.root().length());
    if (below.isEmpty() || below.endsWith("/") || below.startsWith(".") || below.contains("/.")) {
      return Optional.empty();
    }
    String key = uri.substring(commonRoot.length());
    return Optional.of(
        ImageRef.of(
            uri, key, parentName(uri), splits.splitOf(key), bytes, input, below.indexOf('/') < 0));
  }

  private static String parentName(String uri) {
    int end = uri.lastIndexOf('/');
    return uri.substring(uri.lastIndexOf('/', end - 1) + 1, end);
  }
}
