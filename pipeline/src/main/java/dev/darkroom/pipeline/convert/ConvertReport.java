package dev.darkroom.pipeline.convert;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.transforms.convert.ConvertMetrics;
import dev.darkroom.transforms.convert.WorkerMetrics;
import dev.darkroom.transforms.json.Json;
import dev.darkroom.transforms.publish.Manifest;
import dev.darkroom.transforms.run.JobMetrics;
import dev.darkroom.transforms.run.ProcessUsage;
import java.io.IOException;
import java.util.OptionalLong;
import org.apache.beam.sdk.metrics.DistributionResult;

/** The result of one conversion, for a person or for a program. Immutable. */
final class ConvertReport {
  private final Manifest manifest;
  private final String folder;
  private final double startUpSeconds;
  private final double convertSeconds;
  private final double totalSeconds;
  private final double cpuSeconds;
  private final OptionalLong peakBytes;
  private final long shardAttempts;
  private final ArrayNode workers;

  /** The report on a run that has just ended. */
  ConvertReport(Manifest manifest, String folder, JobMetrics metrics) throws IOException {
    DistributionResult shardAt =
        metrics
            .distribution(ConvertMetrics.NAMESPACE, ConvertMetrics.SHARD_AT)
            .orElseThrow(
                () -> new IllegalStateException("no shard was converted, yet there is a manifest"));
    long began = ProcessUsage.beganAtMillis();
    this.manifest = manifest;
    this.folder = folder;
    this.startUpSeconds = (shardAt.getMin() - began) / 1e3;
    this.convertSeconds = (shardAt.getMax() - shardAt.getMin()) / 1e3;
    this.totalSeconds = (System.currentTimeMillis() - began) / 1e3;
    this.cpuSeconds = ProcessUsage.cpuSeconds();
    this.peakBytes = ProcessUsage.peakResidentBytes();
    this.shardAttempts = metrics.counter(ConvertMetrics.NAMESPACE, ConvertMetrics.SHARDS_CONVERTED);
    this.workers = workers(metrics);
  }

  private static ArrayNode workers(JobMetrics metrics) {
    ArrayNode workers = JsonNodeFactory.instance.arrayNode();
    metrics
        .counters(WorkerMetrics.IMAGES)
        .forEach(
            (name, images) -> {
              DistributionResult at = metrics.distribution(WorkerMetrics.AT, name).orElseThrow();
              double seconds = (at.getMax() - at.getMin()) / 1e3;
              workers
                  .addObject()
                  .put("worker", name)
                  .put("images", images)
                  .put("imagesPerSecond", images / Math.max(seconds, 1e-3));
            });
    return workers;
  }

  String table() {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            "%-12s %10s %10s %10s %8s %10s%n",
            "split", "listed", "written", "rejected", "shards", "MB"));
    for (Manifest.Split split : manifest.splits()) {
      row(text, split.name(), split.books(), split.shards().size());
    }
    if (manifest.splits().size() > 1) {
      long shards = manifest.splits().stream().mapToLong(split -> split.shards().size()).sum();
      row(text, "total", manifest.total(), shards);
    }
    manifest
        .total()
        .reasons()
        .forEach((reason, count) -> text.append(String.format("rejected: %s %d%n", reason, count)));
    if (manifest.total().untouched() > 0) {
      text.append(String.format("stored untouched: %d%n", manifest.total().untouched()));
    }
    text.append(
        String.format(
            "%d classes, %.0f img/s over %.1f s, start-up %.1f s, in all %.1f s%n",
            manifest.labels().size(), rate(), convertSeconds, startUpSeconds, totalSeconds));
    text.append(String.format("dataset: %s%n", folder));
    return text.toString();
  }

  private static void row(StringBuilder text, String name, Manifest.Books books, long shards) {
    text.append(
        String.format(
            "%-12s %10d %10d %10d %8d %10.1f%n",
            name, books.listed(), books.written(), books.rejected(), shards, books.bytes() / 1e6));
  }

  private double rate() {
    return manifest.total().listed() / Math.max(convertSeconds, 1e-3);
  }

  String json() {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("output", folder);
    node.putPOJO("total", manifest.total());
    node.put("classes", manifest.labels().size());
    node.put("shards", manifest.splits().stream().mapToLong(split -> split.shards().size()).sum());
    node.put("shardAttempts", shardAttempts);
    node.putObject("seconds")
        .put("startUp", startUpSeconds)
        .put("convert", convertSeconds)
        .put("total", totalSeconds)
        .put("cpu", cpuSeconds);
    node.put("imagesPerSecond", rate());
    node.set("workers", workers);
    if (peakBytes.isPresent()) {
      node.put("peakResidentBytes", peakBytes.getAsLong());
    }
    return Json.line(node) + System.lineSeparator();
  }
}
