package dev.darkroom.benchmark.images;

import static java.util.stream.Collectors.toList;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ImagesTableTest {
  private static List<String> lines(Measurements measurements, Measurements memory) {
    return new ImagesTable(measurements, memory).text().lines().collect(toList());
  }

  @Test
  void mediansRatiosAndMemory() {
    Measurements measurements = new Measurements();
    for (int round = 0; round < 3; round++) {
      double slower = 1 + round;
      measurements.addAll(
          List.of(
              MeasurementsTest.measured(Contestant.LIBJPEG_FLOOR, round, 2 * slower),
              MeasurementsTest.measured(Contestant.TENSORFLOW_ENGINE, round, 2.5 * slower),
              MeasurementsTest.measured(Contestant.SEED_SEQUENCE, round, 3 * slower)));
    }
    Measurements memory = new Measurements();
    memory.addAll(
        List.of(
            new Measurement(
                PhotoSet.CAMERA_24, Contestant.IMGSCALR_ENGINE, 0, 1, 1, 1, 350L << 20)));
    assertEquals(
        List.of(
            "ImageNet-like photos, 500 pixels on the longer side",
            "                              img/CPU s      img/s     CPU us/img",
            "TensorFlow engine                 200.0      100.0           5000",
            "plain seed sequence               166.7       83.3           6000",
            "libjpeg-turbo floor               250.0      125.0           4000",
            "",
            "TensorFlow engine    / libjpeg-turbo floor    0.80  (0.80 to 0.80)"
                + "  target 0.85 missed  ImageNet-like photos, 500 pixels on the longer side",
            "TensorFlow engine    / plain seed sequence    1.20  (1.20 to 1.20)"
                + "  target 1.15 met     ImageNet-like photos, 500 pixels on the longer side",
            "imgscalr engine                     350 MiB resident at most,"
                + " camera photos, 24 megapixels"),
        lines(measurements, memory));
  }

  @Test
  void nothingOfWhatWasNotMeasured() {
    assertEquals(List.of(), lines(new Measurements(), new Measurements()));
  }
}
