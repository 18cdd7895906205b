package dev.darkroom.transforms.gcs;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.apache.beam.sdk.extensions.gcp.options.GcsOptions;

/**
 * Divides what lies below a folder by the letters with which names go on, so that it can be listed
 * in parallel: a listing's pages of 1,000 names follow one another, each a request, and a folder of
 * ten million would take ten minutes. The parts are disjoint and leave nothing out, whatever is
 * written or deleted meanwhile, but for names that go on with a letter none had when asked.
 */
public final class FolderPatterns {
  private static final String ALL = "**";

  /** What patterns take for something else than itself. */
  private static final String SPECIAL = "*?[]{}\\";

  /** Enough to keep many workers busy, and found within seconds. */
  private static final int ENOUGH = 64;

  private final ObjectNames names;
  private final String bucket;

  private FolderPatterns(ObjectNames names, String bucket) {
    this.names = names;
    this.bucket = bucket;
  }

  /**
   * The patterns, in the syntax of Beam's file systems: one alone where the folder fits on a page.
   *
   * @param folder a {@code gs://} URI that ends in a slash
   */
  public static List<String> of(String folder, GcsOptions options)
      throws IOException, InterruptedException {
    GcsUri uri = GcsUri.parse(folder);
    return new FolderPatterns(ObjectNames.of(options, uri.bucket()), uri.bucket())
        .divide(uri.name());
  }

  /** Breadth first, so that no part of the folder is cut much finer than the others. */
  private List<String> divide(String folder) throws IOException, InterruptedException {
    List<String> done = new ArrayList<>();
    Queue<String> open = new ArrayDeque<>();
    open.add(folder);
    while (!open.isEmpty()) {
      String prefix = open.remove();
      List<String> parts =
          done.size() + open.size() < ENOUGH && names.fillAPage(prefix) ? parts(prefix) : List.of();
      if (parts.isEmpty()) {
        done.add("gs://" + bucket + "/" + prefix + ALL);
      } else {
        open.addAll(parts);
      }
    }
    return done;
  }

  /**
   * What follows the prefix, by the first letter in which names differ; nothing if patterns cannot
   * say it.
   */
  private List<String> parts(String prefix) throws IOException, InterruptedException {
    List<String> parts = nextLetters(prefix);
    while (parts.size() == 1) {
      parts = nextLetters(parts.get(0));
    }
    return parts;
  }

  private List<String> nextLetters(String prefix) throws IOException, InterruptedException {
    List<String> longer = new ArrayList<>();
    Optional<String> name = names.first(prefix, prefix);
    while (name.isPresent()) {
      if (name.get().length() == prefix.length()) {
        // An object with the very name of the prefix: a folder's marker, which goes to no part.
        if (!prefix.endsWith("/")) {
          return List.of();
        }
        name = names.first(prefix, prefix + '\0');
        continue;
      }
      int letter = name.get().codePointAt(prefix.length());
      if (SPECIAL.indexOf(letter) >= 0) {
        return List.of();
      }
      longer.add(prefix + Character.toString(letter));
      name =
          letter == Character.MAX_CODE_POINT
              ? Optional.empty()
              : names.first(prefix, prefix + Character.toString(following(letter)));
    }
    return longer;
  }

  /** The next code point that text can hold. */
  private static int following(int letter) {
    return letter + 1 == Character.MIN_SURROGATE ? Character.MAX_SURROGATE + 1 : letter + 1;
  }
}
