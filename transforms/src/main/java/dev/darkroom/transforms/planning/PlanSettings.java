package dev.darkroom.transforms.planning;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;
import dev.darkroom.transforms.dataset.ShardSizing;
import dev.darkroom.transforms.dataset.SplitRule;
import java.io.Serializable;
import java.util.List;

/** What the plan of a dataset is to obey. Immutable. */
@AutoValue
public abstract class PlanSettings implements Serializable {
  /** How many inputs were given. */
  public abstract int inputs();

  /** The splits, all of which get shards. */
  public abstract SplitRule splits();

  /** The classes, binding and in order of their ids; none given: those found, sorted. */
  public abstract ImmutableList<String> givenLabels();

  /** How shards are counted. */
  public abstract ShardSizing sizing();

  /** All arguments as the accessors of the same names describe them. */
  public static PlanSettings of(
      int inputs, SplitRule splits, List<String> givenLabels, ShardSizing sizing) {
    return new AutoValue_PlanSettings(inputs, splits, ImmutableList.copyOf(givenLabels), sizing);
  }
}
