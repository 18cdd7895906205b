package dev.darkroom.transforms.dataset;

import com.google.auto.value.AutoValue;

/** One shard of one split: the unit of conversion, of retry and of reading. Immutable. */
@AutoValue
public abstract class ShardId implements Comparable<ShardId> {
  /** The split's name. */
  public abstract String split();

  /** From 0 to {@link #count} - 1. */
  public abstract int index();

  /** How many shards the split has. */
  public abstract int count();

  /** All arguments as the accessors of the same names describe them. */
  public static ShardId of(String split, int index, int count) {
    return new AutoValue_ShardId(split, index, count);
  }

  /** {@code train-00003-of-00016}. */
  @Override
  public final String toString() {
    return String.format("%s-%05d-of-%05d", split(), index(), count());
  }

  @Override
  public final int compareTo(ShardId other) {
    int bySplit = split().compareTo(other.split());
    return bySplit != 0 ? bySplit : Integer.compare(index(), other.index());
  }
}
