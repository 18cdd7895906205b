package dev.darkroom.transforms.dataset;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableSortedMap;
import dev.darkroom.transforms.rejection.Reason;
import java.util.Map;

/** The account of one shard, complete but not yet published. Immutable. */
@AutoValue
public abstract class ShardResult {
  /** Which shard. */
  public abstract ShardId shard();

  /** Which of the tries at it. */
  public abstract Attempt attempt();

  /** What the shard's file holds. */
  public abstract ShardFacts facts();

  /** How many different files were listed for the shard. */
  public abstract long listed();

  /** How many of them became records that hold them byte for byte. */
  public abstract long untouched();

  /** How many of them did not become records, by reason. */
  public abstract ImmutableSortedMap<Reason, Long> rejected();

  /** Their total size when listed, in bytes. */
  public abstract long sourceBytes();

  /** The digest of the files listed, as {@link ListingDigest} writes it. */
  public abstract String listingDigest();

  /** All arguments as the accessors of the same names describe them. */
  public static ShardResult of(
      ShardId shard,
      Attempt attempt,
      ShardFacts facts,
      long listed,
      long untouched,
      Map<Reason, Long> rejected,
      long sourceBytes,
      String listingDigest) {
    return new AutoValue_ShardResult(
        shard,
        attempt,
        facts,
        listed,
        untouched,
        ImmutableSortedMap.copyOf(rejected),
        sourceBytes,
        listingDigest);
  }
}
