package dev.darkroom.benchmark.bucket.conditions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegimeTest {
  private static String fates(long seed) {
    Regime regime =
        new Regime(
            Conditions.builder()
                .latency(Latency.parse("uniform:1,100"))
                .faults(Faults.parse("503:0.3,reset:0.3"))
                .seed(seed)
                .build());
    StringBuilder fates = new StringBuilder();
    for (int i = 0; i < 50; i++) {
      Fate fate = regime.next(0);
      fates.append(fate.fault()).append(fate.latencyNanos()).append(' ').append(fate.cut(99));
    }
    return fates.toString();
  }

  @Test
  void aSeedHasItsOwnFates() {
    assertEquals(fates(1), fates(1));
    assertTrue(!fates(1).equals(fates(2)));
  }

  @Test
  void faultsComeAsOftenAsTheyShould() {
    Regime regime =
        new Regime(
            Conditions.builder()
                .faults(Faults.parse("429:0.1,503:0.2,reset:0.3,truncate:0.05"))
                .build());
    Map<Fault, Integer> found = new EnumMap<>(Fault.class);
    for (int i = 0; i < 100_000; i++) {
      Fate fate = regime.next(0);
      found.merge(fate.fault(), 1, Integer::sum);
      assertTrue(fate.cut(10) < 10);
      assertEquals(0, fate.cut(0));
    }
    Map<Fault, Integer> expected =
        Map.of(
            Fault.TOO_MANY_REQUESTS, 10_000,
            Fault.UNAVAILABLE, 20_000,
            Fault.RESET, 15_000,
            Fault.RESET_UNHEARD, 15_000,
            Fault.TRUNCATED, 5_000,
            Fault.NONE, 35_000);
    assertEquals(expected.keySet(), found.keySet());
    expected.forEach((fault, count) -> assertEquals(count, found.get(fault), 600, fault.name()));
  }

  @Test
  void theLimitGoesBeforeChance() {
    Regime regime =
        new Regime(
            Conditions.builder().requestsPerSecond(0.01).faults(Faults.parse("503:1")).build());
    assertEquals(Fault.UNAVAILABLE, regime.next(0).fault());
    assertEquals(Fault.OVER_LIMIT, regime.next(0).fault());
  }

  @ParameterizedTest
  @CsvSource({"Infinity, 1048576", "1e9, 65536", "1e6, 5000", "1000, 4096"})
  void sendsPiecesOfFiveMilliseconds(double rate, int bytes) {
    assertEquals(
        bytes, new Regime(Conditions.builder().totalBytesPerSecond(rate).build()).pieceBytes());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "503", "503:x", "404:0.1", "503:-0.1", "503:0.6,reset:0.6"})
  void refusesWhatAreNoFaults(String text) {
    assertThrows(IllegalArgumentException.class, () -> Faults.parse(text));
  }

  @Test
  void conditionsAreToldInWords() {
    assertEquals(
        "latency 0 ms, faults 429:0.0,503:0.0,reset:0.0,truncate:0.0, seed 0",
        Conditions.builder().build().toString());
    assertEquals(
        "latency uniform:60,100 ms, 1.5 MB/s a connection, 20.0 MB/s in all, 100.0 requests/s,"
            + " faults 429:0.0,503:0.25,reset:0.0,truncate:0.0, seed 3",
        Conditions.builder()
            .latency(Latency.uniform(60, 100))
            .connectionBytesPerSecond(1.5e6)
            .totalBytesPerSecond(2e7)
            .requestsPerSecond(100)
            .faults(Faults.parse("503:0.25"))
            .seed(3)
            .build()
            .toString());
  }

  @Test
  void refusesRatesOfNothing() {
    assertThrows(
        IllegalArgumentException.class, () -> Conditions.builder().requestsPerSecond(0).build());
    assertThrows(
        IllegalArgumentException.class,
        () -> Conditions.builder().totalBytesPerSecond(Double.NaN).build());
    assertThrows(
        IllegalArgumentException.class,
        () -> Conditions.builder().connectionBytesPerSecond(-1).build());
  }
}
