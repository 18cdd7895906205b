package dev.darkroom.benchmark.conversion;

/** One measured process, or the median of several. Immutable. Rates are images per second. */
final class Run {
  private final long images;
  private final double convertSeconds;
  private final double startUpSeconds;
  private final double totalSeconds;
  private final double cpuSeconds;
  private final double peakBytes;

  /**
   * Takes what was measured.
   *
   * @param images how many were converted
   * @param convertSeconds from the first conversion's begin to the last one's end
   * @param startUpSeconds from the process's begin to the first conversion's
   * @param totalSeconds from the process's begin to its end
   * @param cpuSeconds processor time, of all threads
   * @param peakBytes the most memory that was resident
   */
  Run(
      long images,
      double convertSeconds,
      double startUpSeconds,
      double totalSeconds,
      double cpuSeconds,
      double peakBytes) {
    this.images = images;
    this.convertSeconds = convertSeconds;
    this.startUpSeconds = startUpSeconds;
    this.totalSeconds = totalSeconds;
    this.cpuSeconds = cpuSeconds;
    this.peakBytes = peakBytes;
  }

  long images() {
    return images;
  }

  double convertingRate() {
    return images / convertSeconds;
  }

  /** Over all that follows the start-up: conversion and publication. */
  double rateAfterStartUp() {
    return images / (totalSeconds - startUpSeconds);
  }

  double wholeRate() {
    return images / totalSeconds;
  }

  double startUpSeconds() {
    return startUpSeconds;
  }

  double cpuSecondsPerThousand() {
    return cpuSeconds * 1000 / images;
  }

  double peakMebibytes() {
    return peakBytes / (1 << 20);
  }
}
