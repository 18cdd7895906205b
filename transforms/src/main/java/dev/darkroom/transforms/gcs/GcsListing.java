package dev.darkroom.transforms.gcs;

import com.google.api.services.storage.model.StorageObject;
import java.io.IOException;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.apache.beam.sdk.extensions.gcp.options.GcsOptions;
import org.apache.beam.sdk.extensions.gcp.util.GcsUtil;
import org.apache.beam.sdk.extensions.gcp.util.gcsfs.GcsPath;
import org.apache.beam.sdk.io.FileSystemUtils;

/**
 * Lists what matches a {@code gs://} pattern, each object with its generation, which Beam's
 * matching leaves out. Immutable, thread-safe.
 */
public final class GcsListing {
  /** Takes objects. */
  public interface Sink {
    /** The next object. */
    void accept(String uri, long bytes, long generation);
  }

  private final ObjectNames names;
  private final String bucket;
  private final String prefix;
  private final Predicate<String> matches;

  private GcsListing(GcsUri pattern, GcsOptions options) {
    this.names = ObjectNames.of(options, pattern.bucket());
    this.bucket = pattern.bucket();
    boolean wild = GcsUtil.isWildcard(GcsPath.fromComponents(bucket, pattern.name()));
    this.prefix = wild ? GcsUtil.getNonWildcardPrefix(pattern.name()) : pattern.name();
    this.matches =
        wild
            ? Pattern.compile(FileSystemUtils.wildcardToRegexp(pattern.name())).asMatchPredicate()
            : pattern.name()::equals;
  }

  /** The objects of a pattern in the syntax of Beam's file systems. */
  public static GcsListing of(String pattern, GcsOptions options) {
    return new GcsListing(GcsUri.parse(pattern), options);
  }

  /** Lists all of them, folders' markers left out. */
  public void forEach(Sink sink) throws IOException {
    names.forEach(prefix, object -> accept(object, sink));
  }

  private void accept(StorageObject object, Sink sink) {
    String name = object.getName();
    if (!name.endsWith("/") && matches.test(name)) {
      sink.accept(
          "gs://" + bucket + "/" + name, object.getSize().longValue(), object.getGeneration());
    }
  }
}
