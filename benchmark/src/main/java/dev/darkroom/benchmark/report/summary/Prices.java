package dev.darkroom.benchmark.report.summary;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.google.auto.value.AutoValue;
import com.google.common.base.Preconditions;
import dev.darkroom.transforms.json.Json;
import javax.annotation.Nullable;

/** What the user pays, and for how much work; none of it is built in. Immutable. */
@AutoValue
@JsonFields
@JsonIgnoreProperties({"vcpu_per_hour", "memory_gb_per_hour"}) // Those are for plan alone.
public abstract class Prices {
  /** The currency of all prices, as it is to be shown. */
  public abstract String currency();

  /** Of 10,000 writes and listings. */
  public abstract double classAPer10000();

  /** Of 10,000 reads. */
  public abstract double classBPer10000();

  /** Of 10^9 bytes that leave the storage's region. */
  public abstract double egressPerGb();

  /** Of 10^9 bytes kept for a month. */
  public abstract double storagePerGbMonth();

  /** Of an hour of each worker. */
  public abstract double workerPerHour();

  /** Images of an epoch. */
  public abstract long images();

  /** How long the records are kept beside the raw files. */
  public abstract double months();

  /** What making the records takes; without it there is no break-even. */
  @Nullable
  public abstract Conversion conversion();

  /** Reads the user's file: {@code class_a_per_10000} and so on. */
  public static Prices parse(String json) throws JsonProcessingException {
    return Json.parse(json, Prices.class);
  }

  @JsonCreator
  static Prices of(
      @JsonProperty(value = "currency", required = true) String currency,
      @JsonProperty(value = "class_a_per_10000", required = true) double classAPer10000,
      @JsonProperty(value = "class_b_per_10000", required = true) double classBPer10000,
      @JsonProperty(value = "egress_per_gb", required = true) double egressPerGb,
      @JsonProperty(value = "storage_per_gb_month", required = true) double storagePerGbMonth,
      @JsonProperty(value = "worker_per_hour", required = true) double workerPerHour,
      @JsonProperty(value = "images", required = true) long images,
      @JsonProperty(value = "months", required = true) double months,
      @JsonProperty("conversion") @Nullable Conversion conversion) {
    notNegative("class_a_per_10000", classAPer10000);
    notNegative("class_b_per_10000", classBPer10000);
    notNegative("egress_per_gb", egressPerGb);
    notNegative("storage_per_gb_month", storagePerGbMonth);
    notNegative("worker_per_hour", workerPerHour);
    notNegative("months", months);
    Preconditions.checkArgument(images > 0, "images must be at least 1: %s", images);
    return new AutoValue_Prices(
        currency,
        classAPer10000,
        classBPer10000,
        egressPerGb,
        storagePerGbMonth,
        workerPerHour,
        images,
        months,
        conversion);
  }

  private static void notNegative(String name, double value) {
    Preconditions.checkArgument(value >= 0, "%s must not be negative: %s", name, value);
  }

  /** One conversion of all images to records. Immutable. */
  @AutoValue
  @JsonFields
  public abstract static class Conversion {
    /** How fast, all workers together. */
    public abstract double imagesPerSecond();

    /** On how many workers. */
    public abstract int workers();

    /** Into how many shards. */
    public abstract int shards();

    @JsonCreator
    static Conversion of(
        @JsonProperty(value = "images_per_second", required = true) double imagesPerSecond,
        @JsonProperty(value = "workers", required = true) int workers,
        @JsonProperty(value = "shards", required = true) int shards) {
      Preconditions.checkArgument(
          imagesPerSecond > 0, "images_per_second must be above 0: %s", imagesPerSecond);
      Preconditions.checkArgument(workers > 0, "workers must be at least 1: %s", workers);
      Preconditions.checkArgument(shards > 0, "shards must be at least 1: %s", shards);
      return new AutoValue_Prices_Conversion(imagesPerSecond, workers, shards);
    }
  }
}
