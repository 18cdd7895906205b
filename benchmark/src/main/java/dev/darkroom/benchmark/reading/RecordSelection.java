package dev.darkroom.benchmark.reading;

import dev.darkroom.benchmark.results.Order;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Which records a pass reads. Depends on the shards' counts, the order, its seed and the number of
 * streams alone, so that every trial of a cell, in either format, reads the same images.
 */
final class RecordSelection {
  private final List<Long> counts;
  private final boolean indexed;

  RecordSelection(RecordSet set) {
    this(set.shards().stream().map(Shard::records).collect(Collectors.toList()), set.indexed());
  }

  /**
   * @param counts records of each shard
   * @param indexed whether reading can begin inside a shard
   */
  RecordSelection(List<Long> counts, boolean indexed) {
    this.counts = counts;
    this.indexed = indexed;
  }

  /**
   * Streams of ranges, to be read at the same time.
   *
   * @param streams how many, at least 1; in {@link Order#RANDOM} there is one for every record
   * @param most how many records to read, all of them if there are no more
   * @throws IllegalArgumentException if there cannot be so many streams, or no random access
   */
  List<List<RecordRange>> select(Order order, long seed, int streams, long most) {
    long wanted = Math.min(most, counts.stream().mapToLong(Long::longValue).sum());
    if (wanted < streams) {
      throw new IllegalArgumentException(
          wanted + " records cannot keep " + streams + " reads in flight");
    }
    if (order == Order.RANDOM) {
      return random(seed, wanted);
    }
    List<Integer> shards =
        IntStream.range(0, counts.size()).boxed().collect(Collectors.toCollection(ArrayList::new));
    if (order == Order.SHUFFLED) {
      Collections.shuffle(shards, SeededRandom.of(seed));
    }
    List<RecordRange> parts = parts(shards, streams);
    List<List<RecordRange>> dealt = new ArrayList<>();
    for (int stream = 0; stream < streams; stream++) {
      List<RecordRange> own = new ArrayList<>();
      for (int part = stream; part < parts.size(); part += streams) {
        own.add(parts.get(part));
      }
      dealt.add(own);
    }
    return cut(dealt, wanted);
  }

  /** Whole shards, or pieces of them where there are fewer shards than streams. */
  private List<RecordRange> parts(List<Integer> shards, int streams) {
    List<RecordRange> parts = pieces(shards, 1);
    for (int pieces = 2; parts.size() < streams; pieces++) {
      if (!indexed) {
        throw new IllegalArgumentException(
            String.format(
                "%d shards without an index cannot be read as %d streams at once",
                parts.size(), streams));
      }
      parts = pieces(shards, pieces);
    }
    return parts;
  }

  private List<RecordRange> pieces(List<Integer> shards, int pieces) {
    List<RecordRange> parts = new ArrayList<>();
    for (int piece = 0; piece < pieces; piece++) {
      for (int shard : shards) {
        long count = counts.get(shard);
        long first = count * piece / pieces;
        long end = count * (piece + 1) / pieces;
        if (end > first) {
          parts.add(RecordRange.of(shard, first, end - first));
        }
      }
    }
    return parts;
  }

  /** Takes the begin of each stream, equally much where it lasts. */
  private static List<List<RecordRange>> cut(List<List<RecordRange>> streams, long wanted) {
    long[] quotas = new long[streams.size()];
    long left = wanted;
    while (left > 0) {
      long share = Math.max(1, left / quotas.length);
      for (int i = 0; i < quotas.length && left > 0; i++) {
        long spare = length(streams.get(i)) - quotas[i];
        long more = Math.min(Math.min(share, spare), left);
        quotas[i] += more;
        left -= more;
      }
    }
    List<List<RecordRange>> cut = new ArrayList<>();
    for (int i = 0; i < quotas.length; i++) {
      cut.add(firstOf(streams.get(i), quotas[i]));
    }
    return cut;
  }

  private static long length(List<RecordRange> ranges) {
    return ranges.stream().mapToLong(RecordRange::count).sum();
  }

  private static List<RecordRange> firstOf(List<RecordRange> ranges, long records) {
    List<RecordRange> first = new ArrayList<>();
    long left = records;
    for (RecordRange range : ranges) {
      if (left > 0) {
        first.add(RecordRange.of(range.shard(), range.first(), Math.min(left, range.count())));
      }
      left -= range.count();
    }
    return first;
  }

  /** A shuffle of all records as far as it is needed (Fisher and Yates, on a sparse array). */
  private List<List<RecordRange>> random(long seed, long wanted) {
    if (!indexed) {
      throw new IllegalArgumentException("random order needs an index beside every shard");
    }
    long all = counts.stream().mapToLong(Long::longValue).sum();
    Random random = SeededRandom.of(seed);
    Map<Long, Long> moved = new HashMap<>();
    List<List<RecordRange>> picked = new ArrayList<>();
    for (long i = 0; i < wanted; i++) {
      long j = i + Math.floorMod(random.nextLong(), all - i);
      long record = moved.getOrDefault(j, j);
      moved.put(j, moved.getOrDefault(i, i));
      picked.add(List.of(at(record)));
    }
    return picked;
  }

  private RecordRange at(long record) {
    long before = 0;
    int shard = 0;
    while (record - before >= counts.get(shard)) {
      before += counts.get(shard);
      shard++;
    }
    return RecordRange.of(shard, record - before, 1);
  }
}
