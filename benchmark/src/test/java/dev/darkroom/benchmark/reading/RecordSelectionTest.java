package dev.darkroom.benchmark.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.darkroom.benchmark.results.Order;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordSelectionTest {
  private static final List<Long> COUNTS = List.of(10L, 0L, 3L, 7L);

  private static List<List<RecordRange>> select(Order order, long seed, int streams, long most) {
    return new RecordSelection(COUNTS, true).select(order, seed, streams, most);
  }

  private static List<String> records(List<List<RecordRange>> streams) {
    List<String> records = new ArrayList<>();
    for (List<RecordRange> stream : streams) {
      for (RecordRange range : stream) {
        for (long i = 0; i < range.count(); i++) {
          records.add(range.shard() + "." + (range.first() + i));
        }
      }
    }
    return records;
  }

  @Test
  void oneStreamReadsShardAfterShard() {
    assertEquals(
        List.of(List.of(RecordRange.of(0, 0, 10), RecordRange.of(2, 0, 2))),
        select(Order.SEQUENTIAL, 0, 1, 12));
  }

  @Test
  void streamsShareTheShardsAndTheWork() {
    assertEquals(
        List.of(List.of(RecordRange.of(0, 0, 5)), List.of(RecordRange.of(2, 0, 3))),
        select(Order.SEQUENTIAL, 0, 2, 8).stream().map(List::copyOf).toList());
  }

  @Test
  void moreStreamsThanShardsReadPieces() {
    List<List<RecordRange>> streams = select(Order.SEQUENTIAL, 0, 6, 20);

    assertEquals(6, streams.size());
    streams.forEach(stream -> assertTrue(!stream.isEmpty()));
    assertEquals(20, new HashSet<>(records(streams)).size());
  }

  /** However many streams, and in whatever order: each record once, and as many as there are. */
  @ParameterizedTest
  @CsvSource({
    "SEQUENTIAL, 1, 20", "SEQUENTIAL, 3, 20", "SEQUENTIAL, 7, 20", "SEQUENTIAL, 20, 20",
    "SHUFFLED, 1, 20", "SHUFFLED, 4, 20", "RANDOM, 1, 20", "RANDOM, 5, 20",
    "SEQUENTIAL, 3, 11", "SHUFFLED, 2, 5", "RANDOM, 4, 13"
  })
  void readsEachRecordOnce(Order order, int streams, int most) {
    List<String> records = records(select(order, 3, streams, most));

    assertEquals(most, records.size());
    assertEquals(most, new HashSet<>(records).size());
    assertEquals(records, records(select(order, 3, streams, most)), "and the same every time");
  }

  @Test
  void wantsNoMoreThanThereIs() {
    assertEquals(20, records(select(Order.SEQUENTIAL, 0, 3, 1000)).size());
    assertEquals(20, records(select(Order.RANDOM, 0, 3, 1000)).size());
  }

  @Test
  void theSeedDecides() {
    assertNotEquals(select(Order.RANDOM, 1, 1, 9), select(Order.RANDOM, 2, 1, 9));
    Set<List<List<RecordRange>>> orders = new HashSet<>();
    for (long seed = 0; seed < 20; seed++) {
      orders.add(select(Order.SHUFFLED, seed, 1, 20));
    }
    assertEquals(6, orders.size(), "all orders of three shards that hold something");
  }

  @Test
  void saysWhatCannotBe() {
    RecordSelection plain = new RecordSelection(COUNTS, false);
    refuses(
        "3 shards without an index cannot be read as 4 streams at once",
        plain,
        Order.SEQUENTIAL,
        4);
    refuses("random order needs an index beside every shard", plain, Order.RANDOM, 1);
    refuses("20 records cannot keep 21 reads in flight", plain, Order.SEQUENTIAL, 21);
  }

  private static void refuses(String why, RecordSelection selection, Order order, int streams) {
    assertEquals(
        why,
        assertThrows(IllegalArgumentException.class, () -> selection.select(order, 0, streams, 100))
            .getMessage());
  }
}
