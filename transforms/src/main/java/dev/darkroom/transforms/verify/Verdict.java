package dev.darkroom.transforms.verify;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;
import dev.darkroom.transforms.json.Json;
import java.util.ArrayList;
import java.util.List;

/** What a reading found, of one shard or of many. Immutable. */
@AutoValue
@JsonPropertyOrder({"shards", "records", "bytes", "faultCount", "faults"})
public abstract class Verdict {
  /** Faults told of in full, the first ones; beyond that they are only counted. */
  public static final int MOST_FAULTS = 1000;

  /** Nothing read, nothing wrong. */
  public static final Verdict NONE = of(0, 0, 0, 0, ImmutableList.of());

  /** Shards read. */
  @JsonProperty
  public abstract long shards();

  /** Sound records read. */
  @JsonProperty
  public abstract long records();

  /** Bytes read. */
  @JsonProperty
  public abstract long bytes();

  /** How many faults there are. */
  @JsonProperty
  public abstract long faultCount();

  /** The first of them. */
  @JsonProperty
  public abstract List<Fault> faults();

  /** All arguments as the accessors of the same names describe them. */
  @JsonCreator
  public static Verdict of(
      @JsonProperty("shards") long shards,
      @JsonProperty("records") long records,
      @JsonProperty("bytes") long bytes,
      @JsonProperty("faultCount") long faultCount,
      @JsonProperty("faults") List<Fault> faults) {
    return new AutoValue_Verdict(
        shards,
        records,
        bytes,
        faultCount,
        ImmutableList.copyOf(faults.subList(0, Math.min(faults.size(), MOST_FAULTS))));
  }

  /** The verdict on faults found otherwise than by reading a shard. */
  public static Verdict of(List<Fault> faults) {
    return of(0, 0, 0, faults.size(), faults);
  }

  /** Both verdicts in one. */
  public final Verdict and(Verdict other) {
    List<Fault> all = new ArrayList<>(faults());
    all.addAll(other.faults());
    return of(
        shards() + other.shards(),
        records() + other.records(),
        bytes() + other.bytes(),
        faultCount() + other.faultCount(),
        all);
  }

  /** Reads what {@link #toJson} wrote. */
  public static Verdict parse(String json) {
    try {
      return Json.parse(json, Verdict.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not a verdict: " + json, e);
    }
  }

  /** The verdict as a JSON object. */
  public final String toJson() {
    return Json.line(this);
  }
}
