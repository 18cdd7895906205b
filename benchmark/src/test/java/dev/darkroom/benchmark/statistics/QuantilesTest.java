package dev.darkroom.benchmark.statistics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class QuantilesTest {
  static Stream<Golden> quantiles() {
    return Golden.cases("quantiles");
  }

  @ParameterizedTest
  @MethodSource("quantiles")
  void agreesWithNumPy(Golden golden) {
    double[] sample = golden.numbers("sample");
    double[] percents = golden.numbers("percents");
    for (int i = 0; i < percents.length; i++) {
      double expected = golden.numbers("values")[i];
      assertEquals(expected, Quantiles.percentile(percents[i], sample), 1e-12 * expected);
    }
    assertEquals(golden.number("median"), Quantiles.median(sample), 1e-12);
  }

  @Test
  void theSampleStaysAsItIs() {
    double[] sample = {3, 1, 2, 5, 4};

    Quantiles.median(sample);
    Quantiles.percentile(90, sample);

    assertArrayEquals(new double[] {3, 1, 2, 5, 4}, sample);
  }

  @Test
  void noSampleHasNoMedian() {
    assertThrows(IllegalArgumentException.class, Quantiles::median);
  }

  @Test
  void aRateThatIsNoNumberIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> Quantiles.median(1, Double.NaN));
    assertThrows(
        IllegalArgumentException.class, () -> Quantiles.percentile(50, Double.POSITIVE_INFINITY));
  }
}
