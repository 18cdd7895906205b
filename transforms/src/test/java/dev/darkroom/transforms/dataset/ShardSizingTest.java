package dev.darkroom.transforms.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShardSizingTest {
  @ParameterizedTest
  @CsvSource({
    // images, bytes per image, target, shards
    "0, 0, 1000, 1",
    "1, 0, 1000, 1",
    "1, 1000, 1000, 1",
    "1, 1001, 1000, 2",
    "10, 100, 1000, 1",
    "10, 100.1, 1000, 2",
    "1023, 0, 1000, 1",
    "1024, 0, 1000, 16",
    "1023, 10, 134217728, 1",
    "1024, 10, 134217728, 16",
    "1024, 16, 1024, 16",
    "1024, 17, 1024, 17",
    "1000000, 110000, 134217728, 820",
    "10000000000, 1000000, 134217728, 99999",
    "9223372036854775807, 1e300, 1, 99999",
  })
  void aimsAtTheTarget(long images, double bytesPerImage, long target, int shards) {
    ShardSizing sizing = ShardSizing.targeting(target);

    assertTrue(sizing.needsRecordSize());
    assertEquals(shards, sizing.shards(images, bytesPerImage));
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "0, 7", "1024, 1", "5, 99999"})
  void obeysAFixedCount(long images, int count) {
    ShardSizing sizing = ShardSizing.exactly(count);

    assertFalse(sizing.needsRecordSize());
    assertEquals(count, sizing.shards(images, 1e9));
  }
}
