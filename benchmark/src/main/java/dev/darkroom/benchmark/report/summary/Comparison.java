package dev.darkroom.benchmark.report.summary;

import static java.util.stream.Collectors.toList;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;
import dev.darkroom.benchmark.results.Mode;
import dev.darkroom.benchmark.statistics.Bootstrap;
import dev.darkroom.benchmark.statistics.Holm;
import dev.darkroom.benchmark.statistics.StratifiedRankTest;
import java.util.List;
import java.util.SortedMap;

/**
 * These results against earlier or other ones: what the machine, the storage or the code changes.
 * Immutable.
 */
@AutoValue
@JsonFields
public abstract class Comparison {
  /** What the other results are called. */
  public abstract String other();

  /** Every kind of trial that both have. */
  public abstract List<Change> changes();

  /** Kinds of trials that only these results have. */
  public abstract int onlyHere();

  /** Kinds of trials that only the other results have. */
  public abstract int onlyThere();

  /** The smallest corrected p of all changes; 1 without any. */
  public abstract double p();

  /** Compares all trials that count and ran alone. */
  public static Comparison of(String other, Trials here, Trials there, long seed) {
    SortedMap<TrialKind, Trials> ours = here.counted(Mode.ISOLATION).by(TrialKind::of);
    SortedMap<TrialKind, Trials> theirs = there.counted(Mode.ISOLATION).by(TrialKind::of);
    List<TrialKind> kinds =
        ours.keySet().stream()
            .filter(kind -> theirs.containsKey(kind))
            .filter(kind -> !Cell.pairs(ours.get(kind), theirs.get(kind)).isEmpty())
            .collect(toList());
    double[] p =
        kinds.stream()
            .mapToDouble(
                kind -> StratifiedRankTest.p(Cell.pairs(ours.get(kind), theirs.get(kind)), seed))
            .toArray();
    double[] adjusted = Holm.adjust(p);
    Bootstrap bootstrap = Bootstrap.seeded(seed);
    ImmutableList.Builder<Change> changes = ImmutableList.builder();
    double least = 1;
    for (int i = 0; i < p.length; i++) {
      TrialKind kind = kinds.get(i);
      changes.add(Change.of(kind, ours.get(kind), theirs.get(kind), p[i], adjusted[i], bootstrap));
      least = Math.min(least, adjusted[i]);
    }
    return new AutoValue_Comparison(
        other, changes.build(), ours.size() - p.length, theirs.size() - p.length, least);
  }
}
