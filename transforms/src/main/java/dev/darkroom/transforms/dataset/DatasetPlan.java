package dev.darkroom.transforms.dataset;

import com.google.auto.value.AutoValue;
import com.google.auto.value.extension.memoized.Memoized;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.darkroom.transforms.rejection.Reason;
import dev.darkroom.transforms.rejection.RejectedException;

/** What is known of the dataset before its first record is written. Immutable, thread-safe. */
@AutoValue
public abstract class DatasetPlan {
  /** Class names; a class's position is its id. */
  public abstract ImmutableList<String> labels();

  /** Shards per split, in the order of the split rule. */
  public abstract ImmutableMap<String, Integer> shards();

  /** How many files were listed, repetitions included. */
  public abstract long listed();

  /** Positions of the inputs that matched nothing. */
  public abstract ImmutableSet<Integer> unmatchedInputs();

  /** Positions of the inputs whose root folder names the class of the files in it. */
  public abstract ImmutableSet<Integer> inputsWithRootClass();

  /** All arguments as the accessors of the same names describe them. */
  public static DatasetPlan of(
      Iterable<String> labels,
      ImmutableMap<String, Integer> shards,
      long listed,
      Iterable<Integer> unmatchedInputs,
      Iterable<Integer> inputsWithRootClass) {
    return new AutoValue_DatasetPlan(
        ImmutableList.copyOf(labels),
        shards,
        listed,
        ImmutableSet.copyOf(unmatchedInputs),
        ImmutableSet.copyOf(inputsWithRootClass));
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
          Reason.UNKNOWN_LABEL, "label '" + ref.label() + "' is not among the given labels");
    }
    return id;
  }

  /** The shard of an image under {@code seed}. */
  public final ShardId shardOf(ImageRef ref, long seed) {
    int count = shards().get(ref.split());
    return ShardId.of(ref.split(), StableHash.SHARD.draw(ref.key(), seed, count), count);
  }
}
