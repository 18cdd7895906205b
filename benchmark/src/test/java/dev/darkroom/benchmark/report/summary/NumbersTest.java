package dev.darkroom.benchmark.report.summary;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.darkroom.benchmark.statistics.Estimate;
import dev.darkroom.benchmark.statistics.Interval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0|0",
        "0.012345|0.0123",
        "4.5678|4.57",
        "12.345|12.3",
        "999.6|1,000",
        "9978|9,980",
        "-3.14159|−3.14",
        "1e-9|0.000000",
      })
  void amountsHaveThreeDigits(double value, String expected) {
    assertEquals(expected, Numbers.amount(value));
  }

  @ParameterizedTest
  @CsvSource({"0.05,0.05", "12,12", "0.004,0.004", "2.5,2.5"})
  void pricesAreExact(double value, String expected) {
    assertEquals(expected, Numbers.exact(value));
  }

  @ParameterizedTest
  @CsvSource({"0.918,0.92", "1.004,1.00", "4.58,4.6", "45.8,46"})
  void ratiosHaveTwoDigits(double value, String expected) {
    assertEquals(expected, Numbers.ratio(value));
  }

  @Test
  void intervalsHaveTheDecimalsOfTheirEstimate() {
    assertEquals("4.6 (4.2–5.0)", Numbers.ratio(estimate(4.58, 4.21, 4.97)));
    assertEquals("22 (16–29)", Numbers.ratio(estimate(21.7, 15.6, 29.3)));
    assertEquals("4.6", Numbers.ratio(Estimate.of(4.58, null, 1)));
    assertEquals("12.3 (12.2–12.5)", Numbers.amount(estimate(12.33, 12.21, 12.54)));
    assertEquals("28,000 (20,600–32,800)", Numbers.amount(estimate(28007, 20623, 32791)));
    assertEquals("0.6 (−44.5 to 45.7)", Numbers.amount(estimate(0.561, -44.52, 45.68)));
  }

  private static Estimate estimate(double value, double low, double high) {
    return Estimate.of(value, Interval.of(low, high), 9);
  }

  @ParameterizedTest
  @CsvSource({"0.0004,< 0.001", "0.0234,0.023", "0.41,0.41", "1,1.00"})
  void chances(double p, String expected) {
    assertEquals(expected, Numbers.p(p));
  }

  @ParameterizedTest
  @CsvSource({"0.0000123,12.3 µs", "0.0034,3.40 ms", "12,12 s", "606,10.1 min", "36000,10 h"})
  void times(double seconds, String expected) {
    assertEquals(expected, Numbers.seconds(seconds));
  }

  @ParameterizedTest
  @CsvSource({"999,999 B", "12345,12.3 kB", "12345678,12.3 MB", "1.23e10,12.3 GB"})
  void sizes(double bytes, String expected) {
    assertEquals(expected, Numbers.bytes(bytes));
  }
}
