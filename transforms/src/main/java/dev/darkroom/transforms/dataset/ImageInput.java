package dev.darkroom.transforms.dataset;

import com.google.auto.value.AutoValue;
import com.google.common.base.CharMatcher;
import com.google.common.base.Strings;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.List;
import java.util.regex.Pattern;

/** One {@code --input}: a folder, read to any depth, or a pattern. Immutable. */
@AutoValue
public abstract class ImageInput implements Serializable {
  private static final Pattern SCHEME = Pattern.compile("[a-zA-Z][-a-zA-Z0-9+.]+://");
  private static final String FILE_SCHEME = "file://";
  private static final String WILDCARDS = "*?[{";

  /** The input as the user gave it, for messages. */
  public abstract String given();

  /** The deepest folder that holds all it can match, with a trailing slash. */
  public abstract String root();

  /** What names below the root must match: a glob in which {@code **} crosses folders. */
  public abstract String glob();

  /** Whether this input is everything below its root. */
  public final boolean isFolder() {
    return glob().equals("**");
  }

  /** How many levels below its root it can match: 1 for files in the root itself. */
  public final int depth() {
    return glob().contains("**") ? Integer.MAX_VALUE : CharMatcher.is('/').countIn(glob()) + 1;
  }

  /**
   * Whether this input lies on a file system of the machine rather than behind a scheme such as gs.
   */
  public final boolean isLocal() {
    return isLocal(root());
  }

  /** Whether a path or URI lies on a file system of the machine. */
  public static boolean isLocal(String uri) {
    return !SCHEME.matcher(uri).lookingAt();
  }

  /** The whole pattern, root included, in the syntax of Beam's file systems. */
  public final String pattern() {
    return root() + glob();
  }

  /**
   * Reads one input. A local path is made absolute; one that names an existing folder is that
   * folder even if its name holds wildcard characters; {@code file://} may stand before it. A URI
   * without wildcards is a folder if it ends in a slash and one file if not.
   *
   * @param given a folder, a file or a glob
   */
  public static ImageInput of(String given) {
    String named = withoutFileScheme(given);
    return isLocal(named) ? local(given, named) : remote(given);
  }

  /** A local path as such, {@code file://} or not; other URIs as they are. */
  public static String withoutFileScheme(String uri) {
    return uri.startsWith(FILE_SCHEME) ? uri.substring(FILE_SCHEME.length()) : uri;
  }

  /**
   * The deepest folder that holds all inputs, with a trailing slash. Names below it are the keys of
   * the images: a file has one key however many inputs match it, and a collection given as one
   * input has the same keys wherever it is stored.
   */
  public static String commonRoot(List<ImageInput> inputs) {
    String common = inputs.get(0).root();
    for (ImageInput input : inputs) {
      String prefix = Strings.commonPrefix(common, input.root());
      common = prefix.substring(0, prefix.lastIndexOf('/') + 1);
    }
    return common;
  }

  private static ImageInput local(String given, String named) {
    String absolute = Paths.get("").toAbsolutePath() + "/";
    String full = named.startsWith("/") ? named : absolute + named;
    Path path = Paths.get(full).normalize();
    if (Files.isDirectory(path)) {
      return new AutoValue_ImageInput(given, withSlash(path.toString()), "**");
    }
    if (Files.exists(path)) {
      String name = path.getFileName().toString();
      return new AutoValue_ImageInput(given, withSlash(path.getParent().toString()), escaped(name));
    }
    return splitAtFirstWildcard(given, path.toString());
  }

  private static ImageInput remote(String given) {
    boolean bucketAlone = given.indexOf('/', given.indexOf("://") + 3) < 0;
    String full = bucketAlone ? given + "/" : given;
    return splitAtFirstWildcard(given, full.endsWith("/") ? full + "**" : full);
  }

  private static ImageInput splitAtFirstWildcard(String given, String full) {
    int wildcard = 0;
    while (wildcard < full.length() && WILDCARDS.indexOf(full.charAt(wildcard)) < 0) {
      wildcard++;
    }
    int root = full.lastIndexOf('/', Math.min(wildcard, full.length() - 1)) + 1;
    return new AutoValue_ImageInput(given, full.substring(0, root), full.substring(root));
  }

  private static String escaped(String name) {
    return name.replaceAll("[\\\\*?\\[\\]{}]", "\\\\$0");
  }

  private static String withSlash(String folder) {
    return folder.endsWith("/") ? folder : folder + "/";
  }
}
