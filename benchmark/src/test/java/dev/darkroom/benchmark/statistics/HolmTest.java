package dev.darkroom.benchmark.statistics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

class HolmTest {
  @Test
  void theSmallestCountsAsOftenAsThereAreTests() {
    assertArrayEquals(
        new double[] {0.03, 0.06, 0.06, 0.02}, Holm.adjust(0.01, 0.04, 0.03, 0.005), 1e-12);
  }

  @Test
  void noneExceedsOne() {
    assertArrayEquals(new double[] {1, 1}, Holm.adjust(0.7, 0.9));
    assertArrayEquals(new double[] {}, Holm.adjust());
  }
}
