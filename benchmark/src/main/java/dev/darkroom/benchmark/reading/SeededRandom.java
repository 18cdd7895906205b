package dev.darkroom.benchmark.reading;

import java.util.Random;
import java.util.SplittableRandom;

/** Random numbers by seed. */
public final class SeededRandom {
  private SeededRandom() {}

  /**
   * A generator whose numbers have nothing to do with those of neighbouring seeds; {@link Random}'s
   * own first numbers for 0, 1, 2 and so on are nearly the same.
   */
  public static Random of(long seed) {
    return new Random(new SplittableRandom(seed).nextLong());
  }
}
