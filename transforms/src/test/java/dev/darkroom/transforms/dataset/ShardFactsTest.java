package dev.darkroom.transforms.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.darkroom.transforms.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ShardFactsTest {
  @Test
  void classesAreSortedAndTheirOwn() {
    Map<String, Long> classes = new LinkedHashMap<>();
    classes.put("tulips", 2L);
    classes.put("asters", 1L);
    ShardFacts facts = ShardFacts.of(3, 99, "0000beef", "ab", classes);
    classes.clear();

    assertEquals("{asters=1, tulips=2}", facts.classes().toString());
    assertEquals(
        "{\"records\":3,\"bytes\":99,\"crc32c\":\"0000beef\",\"sha256\":\"ab\","
            + "\"classes\":{\"asters\":1,\"tulips\":2}}",
        Json.line(facts));
    assertThrows(UnsupportedOperationException.class, () -> facts.classes().clear());
  }

  @Test
  void shardsSortBySplitAndNumber() {
    List<ShardId> sorted =
        Stream.of(
                ShardId.of("train", 10, 11),
                ShardId.of("test", 1, 2),
                ShardId.of("train", 9, 11),
                ShardId.of("test", 0, 2))
            .sorted()
            .toList();

    assertEquals(
        "[test-00000-of-00002, test-00001-of-00002, train-00009-of-00011, train-00010-of-00011]",
        sorted.toString());
  }
}
