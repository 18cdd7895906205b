package dev.darkroom.transforms.dataset;

import com.google.auto.value.AutoValue;

/**
 * A listed file that may become a record: where it is and what its path says. No pixels. Immutable.
 */
@AutoValue
public abstract class ImageRef {
  /** Where the bytes are: an absolute local path, or a URI. */
  public abstract String uri();

  /** The file's name below all inputs' common root, with forward slashes: the image's identity. */
  public abstract String key();

  /** The name of the folder that holds the file. */
  public abstract String label();

  /** The name of the split. */
  public abstract String split();

  /** Size in bytes when listed. */
  public abstract long bytes();

  /** The position of its input among the inputs given. */
  public abstract int input();

  /** Whether the file lies in its input's root itself, so that the folder may not name a class. */
  public abstract boolean inRoot();

  /** Which of all objects that ever had this name was listed; 0 where storage does not tell. */
  public abstract long generation();

  /** All arguments as the accessors of the same names describe them; of no generation. */
  public static ImageRef of(
      String uri, String key, String label, String split, long bytes, int input, boolean inRoot) {
    return new AutoValue_ImageRef(uri, key, label, split, bytes, input, inRoot, 0);
  }

  /** The same file, of this generation alone. */
  public final ImageRef ofGeneration(long generation) {
    return new AutoValue_ImageRef(
        uri(), key(), label(), split(), bytes(), input(), inRoot(), generation);
  }
}
