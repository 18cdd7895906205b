package dev.darkroom.benchmark.reading;

import com.google.auto.value.AutoValue;

/** Consecutive records of one shard. Immutable. */
@AutoValue
abstract class RecordRange {
  /** Which shard, by its place in the set. */
  abstract int shard();

  /** The number of the first record, from 0. */
  abstract long first();

  /** How many, at least 1. */
  abstract long count();

  static RecordRange of(int shard, long first, long count) {
    return new AutoValue_RecordRange(shard, first, count);
  }
}
