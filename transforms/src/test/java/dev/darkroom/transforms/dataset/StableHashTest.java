package dev.darkroom.transforms.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class StableHashTest {
  private static final int KEYS = 10_000;

  /** By a separate implementation of SipHash-2-4, checked against its authors' test vector. */
  @ParameterizedTest
  @CsvSource({
    "'', 0, -4313502509628501476, -4115345703687211843, -314067181164105854, 1277598829715026980",
    "'', 42, 3082286591590693739, -450334904954282484, -2905387298890952204, -196965051392389594",
    "roses/1.jpg, 0,"
        + " -7134260974370843409, 5961501491016353977, 4635861959214791017, -519108393093199709",
    "roses/1.jpg, 42,"
        + " -6080308872563899065, -5534507101767921138, -1099245837909027066, -5281083268255604460",
    "roses/1.jpg, -1,"
        + " -1874038297548501833, -7831057005000256307, 2494065019699463376, -8005646060654639526",
    "roses/с пробелом.jpg, 42,"
        + " -7501662489916392253, -4105693035343112670, -3178421946472428597, 6678414349319822335",
    "\uD83C\uDF3B, 42,"
        + " -8452084869549357185, 2132793545435194184, -9002438956772888343, -1345630965207365029",
  })
  void drawsAreAContract(String key, long seed, long shard, long order, long split, long sample) {
    assertEquals(shard, StableHash.SHARD.draw(key, seed));
    assertEquals(order, StableHash.ORDER.draw(key, seed));
    assertEquals(split, StableHash.SPLIT.draw(key, seed));
    assertEquals(sample, StableHash.SAMPLE.draw(key, seed));
  }

  @Test
  void boundedDrawsReadTheHashAsUnsigned() {
    assertEquals(7, StableHash.SHARD.draw("roses/1.jpg", 0, 100));
    assertEquals(77, StableHash.ORDER.draw("roses/1.jpg", 0, 100));
    assertEquals(17, StableHash.SPLIT.draw("roses/1.jpg", 0, 100));
    assertEquals(7, StableHash.SAMPLE.draw("roses/1.jpg", 0, 100));
    assertEquals(0, StableHash.SHARD.draw("roses/1.jpg", 0, 1));
  }

  @ParameterizedTest
  @EnumSource
  void drawsAreUniform(StableHash purpose) {
    for (int bound : new int[] {2, 3, 16, 100}) {
      long[] seen = new long[bound];
      for (int i = 0; i < KEYS; i++) {
        seen[purpose.draw(key(i), 42, bound)]++;
      }
      assertTrue(
          ChiSquare.isPlausible(ChiSquare.statistic(seen, (double) KEYS / bound), bound - 1),
          purpose + " below " + bound);
    }
  }

  /**
   * A shard that holds images of one split, or of early places, would be a shuffle in name only.
   */
  @ParameterizedTest
  @EnumSource
  void purposesAreIndependent(StableHash purpose) {
    Set<StableHash> others = EnumSet.complementOf(EnumSet.of(purpose));
    int bound = 8;
    for (StableHash other : others) {
      long[] seen = new long[bound * bound];
      for (int i = 0; i < KEYS; i++) {
        seen[purpose.draw(key(i), 42, bound) * bound + other.draw(key(i), 42, bound)]++;
      }
      double expected = (double) KEYS / seen.length;
      assertTrue(
          ChiSquare.isPlausible(ChiSquare.statistic(seen, expected), seen.length - 1),
          purpose + " and " + other);
    }
  }

  private static String key(int i) {
    return "class-" + i % 5 + "/" + i + ".jpg";
  }
}
