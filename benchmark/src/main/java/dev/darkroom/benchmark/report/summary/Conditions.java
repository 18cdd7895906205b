package dev.darkroom.benchmark.report.summary;

import com.google.auto.value.AutoValue;
import dev.darkroom.benchmark.results.Depth;
import dev.darkroom.benchmark.results.Order;
import dev.darkroom.benchmark.results.PageCache;
import dev.darkroom.benchmark.results.TrialRow;
import java.util.Comparator;
import java.util.List;

/** What must be equal for two rates to be compared at all. Immutable. */
@AutoValue
@JsonFields
public abstract class Conditions implements Comparable<Conditions> {
  private static final Comparator<Conditions> SEQUENCE =
      Comparator.comparingInt(Conditions::setup)
          .thenComparing(Conditions::pageCache)
          .thenComparing(Conditions::order)
          .thenComparing(Conditions::depth);

  /** The place of the setup among those of the results. */
  public abstract int setup();

  /** Whether the system held the data in memory. */
  public abstract PageCache pageCache();

  /** In which order images were read. */
  public abstract Order order();

  /** How far each image got. */
  public abstract Depth depth();

  static Conditions of(TrialRow row, List<Setup> setups) {
    return new AutoValue_Conditions(
        setups.indexOf(Setup.of(row)), row.pageCache(), row.order(), row.depth());
  }

  @Override
  public final int compareTo(Conditions other) {
    return SEQUENCE.compare(this, other);
  }
}
