package dev.darkroom.pipeline.plan;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.google.auto.value.AutoValue;

/** How long a run will take on a shape, and what of it. Immutable. */
@AutoValue
@JsonPropertyOrder({
  "startUpSeconds",
  "convertSeconds",
  "totalSeconds",
  "imagesPerSecond",
  "busyWorkers",
  "vcpuHours",
  "workerMemoryBytes"
})
abstract class RunForecast {
  /** What one more shard under way holds: files read ahead, and images being converted. */
  static final long BYTES_PER_VCPU = 64L << 20;

  /** Until the first shard is begun. */
  @JsonProperty
  abstract double startUpSeconds();

  /** From the first shard to the last. */
  @JsonProperty
  abstract double convertSeconds();

  @JsonProperty
  abstract double imagesPerSecond();

  /** Workers that get a shard. */
  @JsonProperty
  abstract int busyWorkers();

  @JsonProperty
  abstract double vcpuHours();

  /** Memory that each worker's process will have resident. */
  @JsonProperty
  abstract long workerMemoryBytes();

  @JsonProperty
  final double totalSeconds() {
    return startUpSeconds() + convertSeconds();
  }

  /**
   * What was measured here, on other machines. A shard is one worker's, and all processors of a
   * worker convert whatever shards it has.
   */
  static RunForecast of(
      Shape shape, long images, long shards, double startUpSeconds, Measured measured) {
    int busy = (int) Math.min(shape.workers(), shards);
    long mostShards = (shards + busy - 1) / busy;
    double seconds = measured.cpuSeconds() / shards * mostShards / shape.workerVcpus();
    long moreVcpus = Math.max(0, shape.workerVcpus() - measured.processors());
    return new AutoValue_RunForecast(
        startUpSeconds,
        seconds,
        images / Math.max(seconds, 1e-3),
        busy,
        (startUpSeconds + seconds) / 3600 * shape.vcpus(),
        measured.peakBytes() + moreVcpus * BYTES_PER_VCPU);
  }

  /** Whether a worker's memory holds that. */
  final boolean fits(Shape shape) {
    return workerMemoryBytes() <= shape.workerMemoryGb() * 1e9;
  }
}
