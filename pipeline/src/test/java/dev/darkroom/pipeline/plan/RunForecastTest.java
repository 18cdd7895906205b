package dev.darkroom.pipeline.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Time and memory on machines that are not this one. */
class RunForecastTest {
  static Shape shape(String runner, int workers, int vcpus, double memoryGb, int masterVcpus) {
    return Shape.builder()
        .runner(runner)
        .workers(workers)
        .workerVcpus(vcpus)
        .workerMemoryGb(memoryGb)
        .masterVcpus(masterVcpus)
        .diskGb(100)
        .ssd(false)
        .externalAddresses(true)
        .build();
  }

  @ParameterizedTest
  @CsvSource({
    // workers, vCPUs of each, shards: busy workers, seconds
    "1, 1, 16, 1, 3200",
    "1, 8, 16, 1, 400",
    "4, 2, 16, 4, 400",
    "8, 1, 16, 8, 400",
    // 16 shards on 5 workers: one has 4 of them
    "5, 1, 16, 5, 800",
    "100, 2, 16, 16, 100",
    "3, 2, 1, 1, 1600",
  })
  void spreadsShardsOverWorkers(int workers, int vcpus, int shards, int busy, double seconds) {
    RunForecast run =
        RunForecast.of(
            shape("SparkRunner", workers, vcpus, 8, 0),
            1_000_000,
            shards,
            40,
            Measured.of(3200, 2, 1_000_000_000, 10));

    assertEquals(busy, run.busyWorkers());
    assertEquals(seconds, run.convertSeconds(), 1e-9);
    assertEquals(seconds + 40, run.totalSeconds(), 1e-9);
    assertEquals(1_000_000 / seconds, run.imagesPerSecond(), 1e-6);
    assertEquals((seconds + 40) / 3600 * workers * vcpus, run.vcpuHours(), 1e-9);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1.0, 1000000000, true",
    "2, 1.0, 1000000000, true",
    "2, 0.9, 1000000000, false",
    "4, 1.0, 1134217728, false",
    "4, 1.2, 1134217728, true",
  })
  void moreProcessorsNeedMoreMemory(int vcpus, double memoryGb, long bytes, boolean fits) {
    Shape shape = shape("SparkRunner", 1, vcpus, memoryGb, 0);
    RunForecast run = RunForecast.of(shape, 1, 1, 0, Measured.of(1, 2, 1_000_000_000, 0));

    assertEquals(bytes, run.workerMemoryBytes());
    assertEquals(fits, run.fits(shape));
  }
}
