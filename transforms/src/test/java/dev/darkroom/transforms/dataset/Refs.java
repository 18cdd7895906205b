package dev.darkroom.transforms.dataset;

/** References made up for tests. */
public final class Refs {
  private Refs() {}

  /** An image of 100 bytes, {@code class/name}, below the only input's class folders. */
  public static ImageRef ref(String key) {
    return ref(key, 0, false);
  }

  /** The same of another input, or in its root. */
  public static ImageRef ref(String key, int input, boolean inRoot) {
    int slash = key.lastIndexOf('/');
    String label = key.substring(key.lastIndexOf('/', slash - 1) + 1, slash);
    return ImageRef.of("/data/" + key, key, label, "train", 100, input, inRoot);
  }

  /** The same with another size. */
  public static ImageRef sized(String key, long bytes) {
    ImageRef ref = ref(key);
    return ImageRef.of(ref.uri(), key, ref.label(), ref.split(), bytes, 0, false);
  }
}
