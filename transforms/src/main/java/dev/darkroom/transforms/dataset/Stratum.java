package dev.darkroom.transforms.dataset;

import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;

/**
 * Files of similar size, which therefore become similar records: how many there are, and those with
 * the smallest draws. Mutable, not thread-safe.
 */
public final class Stratum {
  private final TreeMap<Long, ImageRef> drawn = new TreeMap<>(Long::compareUnsigned);
  private long images;

  /** How many files it has. */
  public long images() {
    return images;
  }

  /** The files with the smallest draws, by draw. */
  public NavigableMap<Long, ImageRef> drawn() {
    return drawn;
  }

  /** Counts {@code count} more files. */
  public void count(long count) {
    images += count;
  }

  /** Offers a file, of which the {@code most} with the smallest draws stay. */
  public void offer(long draw, ImageRef ref, int most) {
    drawn.merge(draw, ref, BinaryOperator.minBy(Comparator.comparing(ImageRef::uri)));
    if (drawn.size() > most) {
      drawn.pollLastEntry();
    }
  }

  /**
   * The files whose draw is below {@code limit}, or so many with the smallest, if those are more.
   */
  List<ImageRef> sample(long limit, int least) {
    int below = drawn.headMap(limit, true).size();
    return drawn.values().stream().limit(Math.max(below, least)).collect(Collectors.toList());
  }
}
