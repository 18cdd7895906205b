package dev.darkroom.benchmark.reading;

import com.google.auto.value.AutoValue;

/** One file of records. Immutable. */
@AutoValue
abstract class Shard {
  abstract String uri();

  /** Size of the file. */
  abstract long bytes();

  /** How many records it holds. */
  abstract long records();

  static Shard of(String uri, long bytes, long records) {
    return new AutoValue_Shard(uri, bytes, records);
  }
}
