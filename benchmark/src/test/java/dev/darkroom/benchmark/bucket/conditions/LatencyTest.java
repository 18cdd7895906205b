package dev.darkroom.benchmark.bucket.conditions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LatencyTest {
  /** The sorted draws of a latency, in milliseconds. */
  private static double[] draws(String text) {
    Latency latency = Latency.parse(text);
    SplittableRandom random = new SplittableRandom(1);
    double[] draws = new double[100_000];
    Arrays.setAll(draws, i -> latency.nanos(random) / 1e6);
    Arrays.sort(draws);
    return draws;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // text            | least |   p1 |  p50 |   p99 | tolerance
        "80                |  80   | 80   | 80   | 80    | 0",
        "0.25              |  0.25 | 0.25 | 0.25 | 0.25  | 0",
        "uniform:60,100    |  60   | 60.4 | 80   | 99.6  | 0.3",
        "lognormal:80,300  |   0   | 21.3 | 80   | 300   | 8",
        "lognormal:20,20   |  20   | 20   | 20   | 20    | 0",
      })
  void drawsFromItsDistribution(
      String text, double least, double p1, double p50, double p99, double tolerance) {
    double[] draws = draws(text);
    assertTrue(draws[0] >= least, "least " + draws[0]);
    assertEquals(p1, draws[1_000], tolerance, "p1");
    assertEquals(p50, draws[50_000], tolerance, "p50");
    assertEquals(p99, draws[99_000], tolerance, "p99");
  }

  @ParameterizedTest
  @ValueSource(strings = {"80", "0", "12.5", "uniform:60,100", "lognormal:80,300"})
  void printsWhatItReads(String text) {
    assertEquals(text, Latency.parse(text).toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "fast",
        "-1",
        "80ms",
        "uniform:60",
        "uniform:100,60",
        "lognormal:0,1",
        "normal:1,2"
      })
  void refusesWhatIsNone(String text) {
    assertThrows(IllegalArgumentException.class, () -> Latency.parse(text));
  }

  @Test
  void refusesWhatNeverEnds() {
    assertThrows(IllegalArgumentException.class, () -> Latency.fixed(Double.POSITIVE_INFINITY));
    assertThrows(IllegalArgumentException.class, () -> Latency.fixed(Double.NaN));
  }
}
