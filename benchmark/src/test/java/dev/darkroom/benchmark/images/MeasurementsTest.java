package dev.darkroom.benchmark.images;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.darkroom.benchmark.statistics.Quantiles;
import dev.darkroom.transforms.json.Json;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeasurementsTest {
  private static final PhotoSet SET = PhotoSet.IMAGENET;

  /** 1000 images in so many seconds of processor time and twice as many of wall time. */
  static Measurement measured(Contestant contestant, int round, double seconds) {
    return new Measurement(SET, contestant, round, 1000, seconds, 2 * seconds, 300L << 20);
  }

  @ParameterizedTest
  @CsvSource({"3, 3, 3, 3", "1, 2, 9, 2", "9, 1, 2, 2", "2, 2, 1, 2"})
  void medianOfThree(double a, double b, double c, double median) {
    assertEquals(median, Quantiles.median(a, b, c));
  }

  @Test
  void medianOfAnEvenNumberIsTheMeanOfTheTwoInTheMiddle() {
    assertEquals(2.5, Quantiles.median(4, 1, 3, 2));
  }

  @Test
  void rates() {
    Measurement measured = measured(Contestant.INSPECT, 0, 4);
    assertEquals(250, measured.imagesPerCpuSecond());
    assertEquals(125, measured.imagesPerSecond());
    assertEquals(300, measured.peakMebibytes());
  }

  /** The machine halves its speed in each round, and each round has its own order. */
  @Test
  void ratiosCompareWithinARound() {
    Measurements measurements = new Measurements();
    measurements.addAll(
        List.of(
            measured(Contestant.TENSORFLOW_ENGINE, 0, 1),
            measured(Contestant.SEED_SEQUENCE, 0, 2),
            measured(Contestant.SEED_SEQUENCE, 1, 4),
            measured(Contestant.TENSORFLOW_ENGINE, 1, 2),
            measured(Contestant.TENSORFLOW_ENGINE, 2, 4),
            measured(Contestant.SEED_SEQUENCE, 2, 12)));
    assertArrayEquals(
        new double[] {2, 2, 3},
        measurements.ratios(SET, Contestant.TENSORFLOW_ENGINE, Contestant.SEED_SEQUENCE));
    assertEquals(
        500,
        measurements.median(SET, Contestant.TENSORFLOW_ENGINE, Measurement::imagesPerCpuSecond));
  }

  @Test
  void noRatioWithoutBoth() {
    Measurements measurements = new Measurements();
    measurements.addAll(List.of(measured(Contestant.TENSORFLOW_ENGINE, 0, 1)));
    assertEquals(
        0, measurements.ratios(SET, Contestant.TENSORFLOW_ENGINE, Contestant.SEED_SEQUENCE).length);
    assertEquals(0, measurements.of(PhotoSet.SMALL, Contestant.TENSORFLOW_ENGINE).size());
  }

  @Test
  void jsonOfAMeasurement() {
    String json = Json.line(measured(Contestant.INSPECT, 1, 4));
    Stream.of(
            "\"set\":\"IMAGENET\"",
            "\"contestant\":\"INSPECT\"",
            "\"round\":1",
            "\"images\":1000",
            "\"cpuSeconds\":4.0",
            "\"wallSeconds\":8.0",
            "\"peakBytes\":314572800")
        .forEach(field -> assertEquals(true, json.contains(field), json));
  }
}
