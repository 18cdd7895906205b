package dev.darkroom.pipeline.plan;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.Maps;
import dev.darkroom.transforms.dataset.Census;
import dev.darkroom.transforms.planning.Estimate;
import dev.darkroom.transforms.planning.SplitEstimate;
import dev.darkroom.transforms.rejection.Reason;
import java.util.Map;

/** What will become of one split. Immutable. */
@AutoValue
@JsonPropertyOrder({
  "name",
  "listed",
  "sourceBytes",
  "sampled",
  "records",
  "rejected",
  "certainlyRejected",
  "expectedRejected",
  "shards",
  "outputBytes",
  "bytesPerShard"
})
abstract class SplitForecast {
  @JsonProperty
  abstract String name();

  /** Files, each once. */
  @JsonProperty
  abstract long listed();

  /** Bytes of the files that will be read. */
  @JsonProperty
  abstract long sourceBytes();

  /** Files that were tried. */
  @JsonProperty
  abstract long sampled();

  @JsonProperty
  abstract Estimate records();

  @JsonProperty
  abstract Estimate rejected();

  /** Rejections that the listing tells of. */
  @JsonProperty
  abstract ImmutableMap<Reason, Long> certainlyRejected();

  /** Rejections that the sample lets expect. */
  @JsonProperty
  abstract ImmutableMap<Reason, Double> expectedRejected();

  @JsonProperty
  abstract int shards();

  /** Bytes of the shards. */
  @JsonProperty
  abstract Estimate outputBytes();

  @JsonProperty
  final long bytesPerShard() {
    return Math.round(outputBytes().value() / shards());
  }

  abstract double cpuSeconds();

  abstract ImmutableSortedMap<String, Long> classes();

  static SplitForecast of(String name, Census census, SplitEstimate estimate, int shards) {
    return new AutoValue_SplitForecast(
        name,
        census.listed(),
        census.sourceBytes(),
        estimate.sampled(),
        estimate.rejections().takenFrom(census.candidates()),
        estimate.rejections().plus(census.listed() - census.candidates()),
        Maps.immutableEnumMap(census.rejected()),
        estimate.rejected(),
        shards,
        estimate.recordBytes(),
        estimate.cpuSeconds(),
        ImmutableSortedMap.copyOf(census.classes()));
  }

  /** Files whose bytes are asked for: neither too many, nor none. */
  final long read() {
    return listed()
        - certainlyRejected().getOrDefault(Reason.TOO_MANY_BYTES, 0L)
        - certainlyRejected().getOrDefault(Reason.EMPTY, 0L);
  }

  /** Rejections by reason, however they are known. */
  final Map<Reason, Double> reasons() {
    Map<Reason, Double> reasons = Maps.newEnumMap(Reason.class);
    certainlyRejected()
        .forEach((reason, files) -> reasons.merge(reason, (double) files, Double::sum));
    expectedRejected().forEach((reason, files) -> reasons.merge(reason, files, Double::sum));
    return reasons;
  }

  /** Files that will be written: shards, indexes, and rows on rejections where there are any. */
  final long files(boolean gzip) {
    double withRejections = shards() * -Math.expm1(-rejected().value() / shards());
    return (gzip ? 1L : 2L) * shards() + Math.round(withRejections);
  }
}
