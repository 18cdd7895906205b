package dev.darkroom.benchmark.images;

import com.fasterxml.jackson.annotation.JsonProperty;

/** One contestant's turn in one round. Immutable. */
final class Measurement {
  @JsonProperty private final PhotoSet set;
  @JsonProperty private final Contestant contestant;
  @JsonProperty private final int round;
  @JsonProperty private final long images;
  @JsonProperty private final double cpuSeconds;
  @JsonProperty private final double wallSeconds;
  @JsonProperty private final long peakBytes;

  /**
   * Takes what was measured.
   *
   * @param round from 0
   * @param images how many went through
   * @param cpuSeconds processor time of the whole process
   * @param peakBytes the most memory that the process had had resident by then
   */
  Measurement(
      PhotoSet set,
      Contestant contestant,
      int round,
      long images,
      double cpuSeconds,
      double wallSeconds,
      long peakBytes) {
    this.set = set;
    this.contestant = contestant;
    this.round = round;
    this.images = images;
    this.cpuSeconds = cpuSeconds;
    this.wallSeconds = wallSeconds;
    this.peakBytes = peakBytes;
  }

  PhotoSet set() {
    return set;
  }

  Contestant contestant() {
    return contestant;
  }

  int round() {
    return round;
  }

  double imagesPerCpuSecond() {
    return images / cpuSeconds;
  }

  double imagesPerSecond() {
    return images / wallSeconds;
  }

  double peakMebibytes() {
    return (double) peakBytes / (1 << 20);
  }
}
