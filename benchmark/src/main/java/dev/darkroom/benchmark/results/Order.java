package dev.darkroom.benchmark.results;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** In which order images are read. */
public enum Order {
  /** Shard after shard by name; raw files in the order of the same images' records. */
  SEQUENTIAL,
  /** The shards in a seeded random order, their records one after the other. */
  SHUFFLED,
  /** Every image from a seeded random place, found through the shards' indexes. */
  RANDOM;

  /** The name in files and on the command line. */
  @JsonValue
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
