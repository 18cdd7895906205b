package dev.darkroom.transforms.dataset;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.google.auto.value.AutoValue;
import com.google.auto.value.extension.memoized.Memoized;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedSet;
import dev.darkroom.transforms.json.Json;
import dev.darkroom.transforms.rejection.Reason;
import dev.darkroom.transforms.rejection.RejectedException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is known of the dataset before its first record is written. Immutable, thread-safe. */
@AutoValue
public abstract class DatasetPlan {
  /** Class names; a class's position is its id. */
  @JsonProperty
  public abstract List<String> labels();

  /** Shards per split, in the order of the split rule. */
  @JsonProperty
  public abstract Map<String, Integer> shards();

  /** How many files were listed, repetitions included. */
  @JsonProperty
  public abstract long listed();

  /** Positions of the inputs that matched nothing. */
  @JsonProperty
  public abstract Set<Integer> unmatchedInputs();

  /** Positions of the inputs whose root folder names the class of the files in it. */
  @JsonProperty
  public abstract Set<Integer> inputsWithRootClass();

  /** All arguments as the accessors of the same names describe them. */
  @JsonCreator
  public static DatasetPlan of(
      @JsonProperty("labels") List<String> labels,
      @JsonProperty("shards") Map<String, Integer> shards,
      @JsonProperty("listed") long listed,
      @JsonProperty("unmatchedInputs") Collection<Integer> unmatchedInputs,
      @JsonProperty("inputsWithRootClass") Collection<Integer> inputsWithRootClass) {
    return new AutoValue_DatasetPlan(
        ImmutableList.copyOf(labels),
        ImmutableMap.copyOf(shards),
        listed,
        ImmutableSortedSet.copyOf(unmatchedInputs),
        ImmutableSortedSet.copyOf(inputsWithRootClass));
  }

  /** Reads what {@link #toJson} wrote. */
  public static DatasetPlan parse(String json) throws JsonProcessingException {
    return Json.parse(json, DatasetPlan.class);
  }

  /** The plan as a JSON object. */
  public final String toJson() {
    return Json.line(this);
  }

  /** The same plan with these shards per split. */
  public final DatasetPlan withShards(ImmutableMap<String, Integer> shards) {
    return of(labels(), shards, listed(), unmatchedInputs(), inputsWithRootClass());
  }

  @Memoized
  ImmutableMap<String, Integer> ids() {
    ImmutableMap.Builder<String, Integer> ids = ImmutableMap.builder();
    for (int id = 0; id < labels().size(); id++) {
      ids.put(labels().get(id), id);
    }
    return ids.buildOrThrow();
  }

  /**
   * The class id of an image, from 0.
   *
   * @throws RejectedException with {@link Reason#NO_LABEL} or {@link Reason#UNKNOWN_LABEL}
   */
  public final int labelId(ImageRef ref) throws RejectedException {
    if (ref.inRoot() && !inputsWithRootClass().contains(ref.input())) {
      throw new RejectedException(
          Reason.NO_LABEL, "lies beside the class folders, in none of them");
    }
    Integer id = ids().get(ref.label());
    if (id == null) {
      throw new RejectedException(
          Reason.UNKNOWN_LABEL, "label '" + ref.label() + "' is not among the classes");
    }
    return id;
  }

  /** The shard of an image under {@code seed}. */
  public final ShardId shardOf(ImageRef ref, long seed) {
    int count = shards().get(ref.split());
    return ShardId.of(ref.split(), StableHash.SHARD.draw(ref.key(), seed, count), count);
  }
}
