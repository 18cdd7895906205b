package dev.darkroom.transforms.coders;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.darkroom.transforms.dataset.ShardId;
import java.util.Arrays;
import org.apache.beam.sdk.coders.CoderException;
import org.apache.beam.sdk.util.CoderUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShardIdCoderTest {
  /** Spark's partitioner takes a key's hash, and Beam's keys there hash as their bytes do. */
  @ParameterizedTest
  @CsvSource({
    "2, 16",
    "3, 16",
    "8, 16",
    "16, 16",
    "2, 17",
    "3, 100",
    "8, 100",
    "16, 100",
    "16, 1000",
    "7, 820"
  })
  void spreadsConsecutiveShardsEvenly(int partitions, int shards) throws CoderException {
    for (String split : new String[] {"train", "validation", "all"}) {
      int[] seen = new int[partitions];
      for (int index = 0; index < shards; index++) {
        seen[Math.floorMod(Arrays.hashCode(bytes(ShardId.of(split, index, shards))), partitions)]++;
      }
      int most = Arrays.stream(seen).max().orElseThrow();
      int least = Arrays.stream(seen).min().orElseThrow();
      // Where a carry passes from byte to byte the turn skips, once in 256 shards.
      int allowed = 1 + shards / 256;
      assertTrue(most - least <= allowed, () -> split + ": " + Arrays.toString(seen));
    }
  }

  @Test
  void hasTheIndexLast() throws CoderException {
    assertArrayEquals(
        new byte[] {1, 't', 0, 1, (byte) 0x86, (byte) 0x9f, 0, 0, 1, 2},
        bytes(ShardId.of("t", 258, 99_999)));
  }

  private static byte[] bytes(ShardId shard) throws CoderException {
    return CoderUtils.encodeToByteArray(ShardIdCoder.of(), shard);
  }
}
