package dev.darkroom.transforms.publish;

import dev.darkroom.transforms.dataset.ListingDigest;
import dev.darkroom.transforms.dataset.ShardResult;
import dev.darkroom.transforms.rejection.Reason;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** Adds up the accounts of shards. Mutable, not thread-safe. */
final class Bookkeeper {
  private final Map<Reason, Long> reasons = new EnumMap<>(Reason.class);
  private final TreeMap<String, Long> classes = new TreeMap<>();
  private final ListingDigest digest = new ListingDigest();
  private long listed;
  private long written;
  private long untouched;
  private long bytes;
  private long sourceBytes;

  /**
   * Enters one shard.
   *
   * @throws IllegalStateException if its account does not add up
   */
  void enter(ShardResult result) {
    long rejected = result.rejected().values().stream().mapToLong(Long::longValue).sum();
    if (result.listed() != result.facts().records() + rejected) {
      throw new IllegalStateException(
          String.format(
              "%s: %d listed, but %d written and %d rejected",
              result.shard(), result.listed(), result.facts().records(), rejected));
    }
    listed += result.listed();
    written += result.facts().records();
    untouched += result.untouched();
    bytes += result.facts().bytes();
    sourceBytes += result.sourceBytes();
    digest.add(result.listingDigest());
    result.rejected().forEach((reason, count) -> reasons.merge(reason, count, Long::sum));
    result.facts().classes().forEach((name, count) -> classes.merge(name, count, Long::sum));
  }

  Manifest.Books books() {
    return Manifest.Books.of(listed, written, listed - written, untouched, bytes, reasons, classes);
  }

  Manifest.Listing listing() {
    return Manifest.Listing.of(sourceBytes, digest.toString());
  }
}
