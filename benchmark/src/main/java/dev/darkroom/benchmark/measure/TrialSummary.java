package dev.darkroom.benchmark.measure;

import dev.darkroom.benchmark.results.TrialRow;

/** A trial in one line, for people. */
final class TrialSummary {
  private TrialSummary() {}

  static String of(TrialRow row) {
    String what =
        String.format(
            "%s %s %s %s, %dx%d, %d in flight: ",
            row.phase(),
            row.format(),
            row.depth(),
            row.order(),
            row.batchSize(),
            row.batchCount(),
            row.concurrency());
    return row.failure() == null
        ? what
            + String.format(
                "%.0f img/s, %.1f MB/s, %d images in %.2f s",
                row.imagesPerSecond().orElseThrow(),
                row.megabytesPerSecond().orElseThrow(),
                row.images(),
                row.seconds())
        : what + "FAILED, " + row.failure();
  }
}
