package dev.darkroom.benchmark.results;

import java.util.Map;

/** Rows for tests: what is changed here is what the test is about. */
public final class Rows {
  private Rows() {}

  /** A measured raw trial of 24 images in 1.5 s. */
  public static TrialRow.Builder row() {
    return TrialRow.builder()
        .run("run-a")
        .trial(0)
        .planned(0)
        .phase(Phase.MEASURED)
        .mode(Mode.ISOLATION)
        .concurrentTrials(1)
        .format(Format.RAW)
        .depth(Depth.PARSE)
        .batchSize(4)
        .batchCount(6)
        .repetition(0)
        .concurrency(1)
        .workers(1)
        .order(Order.SEQUENTIAL)
        .seed(7)
        .pageCache(PageCache.WARM)
        .startedAtEpochMillis(1_700_000_000_000L)
        .seconds(1.5)
        .passes(1)
        .nominalImages(24)
        .images(24)
        .bytes(3_000_000)
        .imageBytes(2_999_000)
        .requests(24)
        .errors(0)
        .contentHash("00000000000000ff")
        .identityHash("000000000000abcd")
        .failure(null)
        .stages(Map.of(Stage.OPEN, StageSummary.of(24, 240, 5, 20, 10, 15, 20)))
        .environment(environment())
        .settings(Map.of("input", "photos, all"));
  }

  /** Some machine. */
  public static Environment environment() {
    return Environment.builder()
        .os("Linux 6.1 amd64")
        .cpu("AMD \"EPYC\", 2 cores")
        .cores(2)
        .memoryBytes(1L << 34)
        .disk("ext4 on /dev/vda")
        .jvm("Debian 17.0.15")
        .beam("2.70.0")
        .runner("DirectRunner")
        .commit(null)
        .storage("local")
        .build();
  }
}
