package dev.darkroom.benchmark.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MannWhitneyTest {
  static Stream<Golden> samples() {
    return Golden.cases("mann_whitney");
  }

  @ParameterizedTest
  @MethodSource("samples")
  void agreesWithSciPy(Golden golden) {
    MannWhitney test = MannWhitney.compare(golden.numbers("first"), golden.numbers("second"));

    assertEquals(golden.number("u"), test.u(), 0);
    assertEquals(golden.number("p"), test.p(), 1e-12);
    assertEquals(golden.number("common_language"), test.commonLanguage(), 1e-12);
  }

  @Test
  void theEffectSizeTellsTheDirection() {
    double[] low = {1, 2, 3};
    double[] high = {4, 5, 6};

    assertEquals(1, MannWhitney.compare(high, low).rankBiserial());
    assertEquals(-1, MannWhitney.compare(low, high).rankBiserial());
    assertEquals(0, MannWhitney.compare(low, low).rankBiserial());
  }
}
