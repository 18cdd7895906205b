package dev.darkroom.pipeline.plan;

import com.google.common.collect.ImmutableMap;
import dev.darkroom.transforms.planning.Estimate;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A {@link PlanReport} for people. */
final class PlanTable {
  private static final String ROW = "%-12s %9s %9s %9s %7s %9s %-17s %9s%n";

  private final PlanReport report;
  private final StringBuilder text = new StringBuilder();

  PlanTable(PlanReport report) {
    this.report = report;
    splits(report.forecast());
    rejections(report.forecast());
    classes(report.forecast().classes());
    run();
    cloud();
    assumptions();
  }

  private void splits(Forecast forecast) {
    line(ROW, "split", "listed", "records", "rejected", "shards", "MB", "95 %", "MB/shard");
    for (SplitForecast split : forecast.splits()) {
      row(
          split.name(),
          split.listed(),
          split.records(),
          split.rejected(),
          split.shards(),
          split.outputBytes());
    }
    if (forecast.splits().size() > 1) {
      row(
          "total",
          forecast.total(SplitForecast::listed),
          forecast.totalOf(SplitForecast::records),
          forecast.totalOf(SplitForecast::rejected),
          forecast.total(SplitForecast::shards),
          forecast.totalOf(SplitForecast::outputBytes));
    }
  }

  private void row(
      String name, long listed, Estimate records, Estimate rejected, long shards, Estimate bytes) {
    line(
        ROW,
        name,
        listed,
        Math.round(records.value()),
        Math.round(rejected.value()),
        shards,
        megabytes(bytes.value()),
        megabytes(bytes.low()) + " to " + megabytes(bytes.high()),
        megabytes(bytes.value() / shards));
  }

  private void rejections(Forecast forecast) {
    Estimate rejected = forecast.totalOf(SplitForecast::rejected);
    line(
        "rejected: %.0f to %.0f of %d (95 %%), from a sample of %d%n",
        rejected.low(),
        rejected.high(),
        forecast.total(SplitForecast::listed),
        forecast.total(SplitForecast::sampled));
    forecast.reasons().forEach((reason, files) -> line("rejected: %s %.0f%n", reason, files));
    if (report.rejectsTooMany()) {
      line(
          "convert would end with 4: %.4f are rejected, --maxRejectRatio is %.4f%n",
          forecast.rejectRatio(), report.maxRejectRatio());
    }
    line("source: %s MB%n", megabytes((double) forecast.total(SplitForecast::sourceBytes)));
  }

  private void classes(Classes classes) {
    line(
        "%d classes: %s%n",
        classes.count(),
        named(classes.largest())
            + (classes.smallest().isEmpty() ? "" : "; smallest " + named(classes.smallest())));
    line("the largest class has %.1f times the files of the smallest%n", classes.imbalance());
    if (classes.empty() > 0) {
      line("%d classes have no file%n", classes.empty());
    }
  }

  private static String named(Map<String, Long> classes) {
    return classes.entrySet().stream()
        .map(entry -> entry.getKey() + " " + entry.getValue())
        .collect(Collectors.joining(", "));
  }

  private void run() {
    Shape shape = report.shape();
    RunForecast run = report.run();
    line(
        "%s, %d x %d vCPU with %.1f GB%s: about %.0f s = start-up %.0f s + %.0f s at %.0f img/s%n",
        shape.runner(),
        shape.workers(),
        shape.workerVcpus(),
        shape.workerMemoryGb(),
        shape.masterVcpus() > 0 ? " and a master of " + shape.masterVcpus() : "",
        run.totalSeconds(),
        run.startUpSeconds(),
        run.convertSeconds(),
        run.imagesPerSecond());
    if (run.busyWorkers() < shape.workers()) {
      line(
          "%d of %d workers get a shard: more shards, or fewer workers%n",
          run.busyWorkers(), shape.workers());
    }
    line(
        "memory: %.1f GB for each worker's process%s%n",
        run.workerMemoryBytes() / 1e9, run.fits(shape) ? "" : ", more than it has");
  }

  private void cloud() {
    report
        .requests()
        .ifPresent(
            asked -> {
              line("vCPU hours: %.3f%n", report.run().vcpuHours());
              line(
                  "gs:// requests: %d list, %d read, %d metadata, %d write (%d chunks), %d rewrite,"
                      + " %d delete; class A %d, class B %d%n",
                  asked.list(),
                  asked.read(),
                  asked.metadata(),
                  asked.write(),
                  asked.writeChunk(),
                  asked.rewrite(),
                  asked.delete(),
                  asked.classA(),
                  asked.classB());
              line("out of gs://: %s MB%n", megabytes((double) report.egressBytes()));
            });
    report
        .currency()
        .ifPresent(
            currency -> {
              ImmutableMap<String, Double> bill = report.bill();
              line(
                  "price: %.4f %s = %s%n",
                  bill.values().stream().mapToDouble(Double::doubleValue).sum(),
                  currency,
                  bill.entrySet().stream()
                      .map(
                          part ->
                              String.format(Locale.ROOT, "%s %.4f", part.getKey(), part.getValue()))
                      .collect(Collectors.joining(" + ")));
            });
    if (!report.uncheckedQuotas().isEmpty()) {
      line("quotas not told: %s%n", String.join(", ", report.uncheckedQuotas()));
    }
  }

  private void assumptions() {
    line(
        "An estimate. Time: %.2f ms of processor time an image, measured here, on processors like"
            + " these, all busy,%nwith reads hidden by reading ahead and no retries. Nothing was"
            + " written.%n",
        1e3 * report.measured().cpuSeconds() / report.forecast().total(SplitForecast::listed));
  }

  private void line(String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values));
  }

  private static String megabytes(double bytes) {
    return String.format(Locale.ROOT, "%.1f", bytes / 1e6);
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
