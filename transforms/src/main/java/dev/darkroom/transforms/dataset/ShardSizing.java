package dev.darkroom.transforms.dataset;

import java.io.Serializable;

/**
 * How many shards a split gets. The rule looks at the data alone, so the output does not depend on
 * the machine. Immutable.
 */
public final class ShardSizing implements Serializable {
  /** From this many images on, a split gets at least {@link #MANY_SHARDS} shards. */
  public static final int MANY_IMAGES = 1024;

  /** Enough for the readers of one host to work in parallel. */
  public static final int MANY_SHARDS = 16;

  /** The most that five digits can number. */
  public static final int MOST_SHARDS = 99_999;

  private final int fixed;
  private final long targetBytes;

  private ShardSizing(int fixed, long targetBytes) {
    this.fixed = fixed;
    this.targetBytes = targetBytes;
  }

  /** Exactly {@code count} shards in every split, {@code count} from 1 to {@link #MOST_SHARDS}. */
  public static ShardSizing exactly(int count) {
    return new ShardSizing(count, 0);
  }

  /** Shards of about {@code bytes} bytes each, {@code bytes} at least 1. */
  public static ShardSizing targeting(long bytes) {
    return new ShardSizing(0, bytes);
  }

  /** Whether {@link #shards} needs to know how large records are. */
  public boolean needsRecordSize() {
    return fixed == 0;
  }

  /**
   * The number of shards, at least 1.
   *
   * @param images how many images the split has
   * @param bytesPerImage the mean size of an image's record on disk; ignored where the count is
   *     fixed
   */
  public int shards(long images, double bytesPerImage) {
    if (!needsRecordSize()) {
      return fixed;
    }
    double wanted = Math.ceil(images * bytesPerImage / targetBytes);
    int least = images >= MANY_IMAGES ? MANY_SHARDS : 1;
    return (int) Math.max(least, Math.min(MOST_SHARDS, wanted));
  }
}
