package dev.darkroom.benchmark.images;

import dev.darkroom.benchmark.statistics.Quantiles;

/** What was measured, for people. */
final class ImagesTable {
  private final Measurements measurements;
  private final Measurements memory;

  /**
   * Tabulates.
   *
   * @param memory of processes that did but one thing each
   */
  ImagesTable(Measurements measurements, Measurements memory) {
    this.measurements = measurements;
    this.memory = memory;
  }

  /** Medians of all rounds, ratios beside their targets, and memory. */
  String text() {
    StringBuilder text = new StringBuilder();
    for (PhotoSet set : PhotoSet.values()) {
      appendRates(text, set);
    }
    for (Target target : Target.values()) {
      appendRatio(text, target);
    }
    appendMemory(text);
    return text.toString();
  }

  private void appendRates(StringBuilder text, PhotoSet set) {
    StringBuilder rows = new StringBuilder();
    for (Contestant contestant : Contestant.values()) {
      if (!measurements.of(set, contestant).isEmpty()) {
        double rate = measurements.median(set, contestant, Measurement::imagesPerCpuSecond);
        double wall = measurements.median(set, contestant, Measurement::imagesPerSecond);
        rows.append(
            String.format(
                "%-26s %12.1f %10.1f %14.0f%n", contestant.label(), rate, wall, 1e6 / rate));
      }
    }
    if (rows.length() > 0) {
      text.append(String.format("%s%n", set.label()));
      text.append(String.format("%-26s %12s %10s %14s%n", "", "img/CPU s", "img/s", "CPU us/img"));
      text.append(rows).append(System.lineSeparator());
    }
  }

  private void appendRatio(StringBuilder text, Target target) {
    double[] ratios = measurements.ratios(target.set(), target.engine(), target.yardstick());
    if (ratios.length > 0) {
      double ratio = Quantiles.median(ratios);
      text.append(
          String.format(
              "%-20s / %-20s %6.2f  (%.2f to %.2f)  target %.2f %-6s  %s%n",
              target.engine().label(),
              target.yardstick().label(),
              ratio,
              ratios[0],
              ratios[ratios.length - 1],
              target.ratio(),
              ratio >= target.ratio() ? "met" : "missed",
              target.set().label()));
    }
  }

  private void appendMemory(StringBuilder text) {
    for (Measurement last : memory.all()) {
      text.append(
          String.format(
              "%-26s %12.0f MiB resident at most, %s%n",
              last.contestant().label(), last.peakMebibytes(), last.set().label()));
    }
  }
}
