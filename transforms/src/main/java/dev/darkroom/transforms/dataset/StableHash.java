package dev.darkroom.transforms.dataset;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.hash.HashFunction;
import com.google.common.hash.Hashing;

/**
 * Independent, reproducible pseudo-random draws from an image's key: SipHash-2-4 (Aumasson and
 * Bernstein, 2012) of its UTF-8 bytes, keyed by a seed and by what the draw is for. The numbers are
 * a contract: changing them moves every image to another shard or split. Thread-safe.
 */
public enum StableHash {
  /** Which shard of its split an image goes to. */
  SHARD(1),
  /** Where in its shard an image stands. */
  ORDER(2),
  /** Which split an image belongs to; drawn without the seed, so that reshuffling leaks nothing. */
  SPLIT(3),
  /** Which images stand for the rest when sizes are estimated. */
  SAMPLE(4);

  private final long purpose;

  StableHash(long purpose) {
    this.purpose = purpose;
  }

  /** Draws for {@code key} under {@code seed}: uniform over all 64-bit values. */
  public long draw(String key, long seed) {
    HashFunction keyed = Hashing.sipHash24(seed, purpose);
    return keyed.hashString(key, UTF_8).asLong();
  }

  /** Draws uniformly from 0 to {@code bound} - 1. */
  public int draw(String key, long seed, int bound) {
    return (int) Long.remainderUnsigned(draw(key, seed), bound);
  }
}
