package dev.darkroom.benchmark.results;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import com.fasterxml.jackson.databind.annotation.JsonPOJOBuilder;
import com.google.auto.value.AutoValue;
import com.google.common.base.Preconditions;
import dev.darkroom.transforms.json.Json;
import java.util.Map;
import java.util.OptionalDouble;
import javax.annotation.Nullable;

/**
 * One trial: what was asked for, what happened, and where. A row that does not tell of a failure
 * has read something in some time; there is no other. Rates are derived and never stored.
 * Immutable.
 */
@AutoValue
@JsonPropertyOrder({
  "schema",
  "run",
  "trial",
  "planned",
  "phase",
  "mode",
  "concurrent_trials",
  "format",
  "depth",
  "batch_size",
  "batch_count",
  "repetition",
  "concurrency",
  "workers",
  "order",
  "seed",
  "page_cache",
  "started_at_epoch_millis",
  "seconds",
  "passes",
  "nominal_images",
  "images",
  "bytes",
  "image_bytes",
  "requests",
  "errors",
  "content_hash",
  "identity_hash",
  "failure",
  "stages",
  "environment",
  "settings"
})
@JsonAutoDetect(fieldVisibility = Visibility.ANY)
@JsonNaming(SnakeCaseStrategy.class)
@JsonDeserialize(builder = AutoValue_TrialRow.Builder.class)
public abstract class TrialRow {
  /** The version of this layout. */
  public static final int SCHEMA = 1;

  /** The version of this layout, {@link #SCHEMA}. */
  public abstract int schema();

  /** The run that the trial belongs to. */
  public abstract String run();

  /** Its place among the trials of the run as they were begun, from 0. */
  public abstract int trial();

  /** The place of its cell in the plan, from 0. */
  public abstract int planned();

  /** Whether it counts. */
  public abstract Phase phase();

  /** What else ran. */
  public abstract Mode mode();

  /** How many trials ran at once. */
  public abstract int concurrentTrials();

  /** What was read. */
  public abstract Format format();

  /** How far each image got. */
  public abstract Depth depth();

  /** Images a batch; 0 in a scan, which has none. */
  public abstract int batchSize();

  /** Batches a pass; 0 in a scan. */
  public abstract int batchCount();

  /** Which of its cell's trials it is, from 0. */
  public abstract int repetition();

  /** Reads in flight inside the trial. */
  public abstract int concurrency();

  /** Parallel trial runners; in a scan the most parts of the set that were read at once. */
  public abstract int workers();

  /** In which order. */
  public abstract Order order();

  /** The seed of the order. */
  public abstract long seed();

  /** Whether the operating system held the data in memory. */
  public abstract PageCache pageCache();

  /** When it began. */
  public abstract long startedAtEpochMillis();

  /** How long it read, by a monotonic clock; that of a scan spans all machines. */
  public abstract double seconds();

  /** How often the same images were read. */
  public abstract int passes();

  /**
   * What the seed of this benchmark would have called read: batch size, times count, times passes.
   */
  public abstract long nominalImages();

  /** Images really read. */
  public abstract long images();

  /** Bytes that the storage delivered. */
  public abstract long bytes();

  /** Bytes of the encoded images themselves. */
  public abstract long imageBytes();

  /** Files opened and ranges asked for. */
  public abstract long requests();

  /** Reads that failed. */
  public abstract long errors();

  /** Sum of a 64-bit hash of each encoded image of one pass, 16 hexadecimal digits. */
  public abstract String contentHash();

  /** The same over the images' names, or null if the records have none. */
  @Nullable
  public abstract String identityHash();

  /** What went wrong, or null. A trial that failed has no rate. */
  @Nullable
  public abstract String failure();

  /** Where the time went; a stage that did not occur is absent. */
  public abstract Map<Stage, StageSummary> stages();

  /** What it ran on. */
  public abstract Environment environment();

  /** The run's flags. */
  public abstract Map<String, String> settings();

  /** Images a second, unless the trial failed. */
  public final OptionalDouble imagesPerSecond() {
    return rate((double) images());
  }

  /** Megabytes, of 10^6, delivered a second, unless the trial failed. */
  public final OptionalDouble megabytesPerSecond() {
    return rate(bytes() / 1e6);
  }

  private OptionalDouble rate(double amount) {
    return failure() == null ? OptionalDouble.of(amount / seconds()) : OptionalDouble.empty();
  }

  /** One line of JSON, without its end. */
  public final String toJson() {
    return Json.line(this);
  }

  /** Reads one line. */
  public static TrialRow parse(String json) throws JsonProcessingException {
    return Json.parse(json, TrialRow.class);
  }

  /** A builder with nothing set but the schema. */
  public static Builder builder() {
    return new AutoValue_TrialRow.Builder().schema(SCHEMA);
  }

  /** The row, to be changed. */
  public abstract Builder toBuilder();

  /** Builds a row; every property is required that may not be null. */
  @AutoValue.Builder
  @JsonNaming(SnakeCaseStrategy.class)
  @JsonPOJOBuilder(withPrefix = "")
  public abstract static class Builder {
    @JsonProperty
    abstract Builder schema(int value);

    /** See the accessor of the same name, as for all that follow. */
    public abstract Builder run(String value);

    public abstract Builder trial(int value);

    public abstract Builder planned(int value);

    public abstract Builder phase(Phase value);

    public abstract Builder mode(Mode value);

    public abstract Builder concurrentTrials(int value);

    public abstract Builder format(Format value);

    public abstract Builder depth(Depth value);

    public abstract Builder batchSize(int value);

    public abstract Builder batchCount(int value);

    public abstract Builder repetition(int value);

    public abstract Builder concurrency(int value);

    public abstract Builder workers(int value);

    public abstract Builder order(Order value);

    public abstract Builder seed(long value);

    public abstract Builder pageCache(PageCache value);

    public abstract Builder startedAtEpochMillis(long value);

    public abstract Builder seconds(double value);

    public abstract Builder passes(int value);

    public abstract Builder nominalImages(long value);

    public abstract Builder images(long value);

    public abstract Builder bytes(long value);

    public abstract Builder imageBytes(long value);

    public abstract Builder requests(long value);

    public abstract Builder errors(long value);

    public abstract Builder contentHash(String value);

    public abstract Builder identityHash(@Nullable String value);

    public abstract Builder failure(@Nullable String value);

    public abstract Builder stages(Map<Stage, StageSummary> value);

    public abstract Builder environment(Environment value);

    public abstract Builder settings(Map<String, String> value);

    abstract TrialRow autoBuild();

    /**
     * The row.
     *
     * @throws IllegalStateException if it claims success without images or time, or a property is
     *     missing
     */
    public TrialRow build() {
      TrialRow row = autoBuild();
      boolean read = row.images() > 0 && row.bytes() > 0 && row.seconds() > 0;
      Preconditions.checkState(
          row.failure() != null || read,
          "trial %s read %s images in %s s, and tells of no failure",
          row.trial(),
          row.images(),
          row.seconds());
      return row;
    }
  }
}
