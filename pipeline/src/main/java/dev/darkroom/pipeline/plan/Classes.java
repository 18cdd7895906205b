package dev.darkroom.pipeline.plan;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableMap;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How the files spread over the classes. Immutable. */
@AutoValue
@JsonPropertyOrder({"count", "empty", "imbalance", "largest", "smallest"})
abstract class Classes {
  /** How many of the largest and of the smallest are named. */
  private static final int NAMED = 5;

  @JsonProperty
  abstract int count();

  /** Classes without a file. */
  @JsonProperty
  abstract long empty();

  /** Files of the largest class for each one of the smallest that has any. */
  @JsonProperty
  abstract double imbalance();

  /** The largest first. */
  @JsonProperty
  abstract ImmutableMap<String, Long> largest();

  /** The smallest first, without those named as the largest. */
  @JsonProperty
  abstract ImmutableMap<String, Long> smallest();

  /**
   * Of all splits together.
   *
   * @param labels the classes, with files or without
   */
  static Classes of(List<String> labels, Collection<? extends Map<String, Long>> splits) {
    Map<String, Long> files = new HashMap<>();
    labels.forEach(label -> files.put(label, 0L));
    splits.forEach(split -> split.forEach((label, count) -> files.merge(label, count, Long::sum)));
    List<Map.Entry<String, Long>> sorted =
        files.entrySet().stream()
            .sorted(
                Map.Entry.<String, Long>comparingByValue()
                    .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
            .collect(Collectors.toList());
    ImmutableMap.Builder<String, Long> largest = ImmutableMap.builder();
    for (int i = sorted.size() - 1; i >= Math.max(0, sorted.size() - NAMED); i--) {
      largest.put(sorted.get(i));
    }
    int others = Math.max(0, Math.min(NAMED, sorted.size() - NAMED));
    long most = files.values().stream().mapToLong(Long::longValue).max().orElse(0);
    long least =
        files.values().stream().mapToLong(Long::longValue).filter(n -> n > 0).min().orElse(1);
    return new AutoValue_Classes(
        files.size(),
        files.values().stream().filter(n -> n == 0).count(),
        (double) most / least,
        largest.buildOrThrow(),
        ImmutableMap.copyOf(sorted.subList(0, others)));
  }
}
