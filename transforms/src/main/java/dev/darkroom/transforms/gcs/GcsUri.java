package dev.darkroom.transforms.gcs;

/** A {@code gs://} URI in its two parts. Immutable. */
public final class GcsUri {
  private static final String SCHEME = "gs://";

  private final String bucket;
  private final String name;

  private GcsUri(String bucket, String name) {
    this.bucket = bucket;
    this.name = name;
  }

  /** Whether a path or URI is one. */
  public static boolean is(String uri) {
    return uri.startsWith(SCHEME);
  }

  /** Reads one that {@link #is} one. */
  public static GcsUri parse(String uri) {
    int end = uri.indexOf('/', SCHEME.length());
    return end < 0
        ? new GcsUri(uri.substring(SCHEME.length()), "")
        : new GcsUri(uri.substring(SCHEME.length(), end), uri.substring(end + 1));
  }

  /** The bucket's name. */
  public String bucket() {
    return bucket;
  }

  /** The object's name, or what names begin with; may be empty. */
  public String name() {
    return name;
  }

  @Override
  public String toString() {
    return SCHEME + bucket + "/" + name;
  }
}
