package dev.darkroom.benchmark.report.summary;

import static java.util.stream.Collectors.toList;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import dev.darkroom.benchmark.results.Mode;
import dev.darkroom.benchmark.statistics.Bootstrap;
import dev.darkroom.benchmark.statistics.CellPair;
import dev.darkroom.benchmark.statistics.Holm;
import dev.darkroom.benchmark.statistics.StratifiedRankTest;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * These results against earlier or other ones: what the machine, the storage or the code changes.
 * Immutable.
 */
@AutoValue
@JsonFields
public abstract class Comparison {
  /** What the other results are called. */
  public abstract String other();

  /** What it comes to, in a sentence. */
  public abstract String sentence();

  /** Every kind of trial that both have. */
  public abstract List<Change> changes();

  /** Records against raw files here and there, wherever both sides know. */
  public abstract List<RatioChange> ratios();

  /** Kinds of trials that only these results have. */
  public abstract int onlyHere();

  /** Kinds of trials that only the other results have. */
  public abstract int onlyThere();

  /** The smallest p of all changes, corrected for their number; 1 without any. */
  public abstract double p();

  /** The smallest p of a change beyond {@link Verdict#THRESHOLD}, likewise. */
  public abstract double pBeyondThreshold();

  /** Compares all trials that count and ran alone. */
  public static Comparison of(String other, Trials here, Trials there, long seed) {
    ImmutableSortedMap<TrialKind, Trials> ours = here.counted(Mode.ISOLATION).by(TrialKind::of);
    ImmutableSortedMap<TrialKind, Trials> theirs = there.counted(Mode.ISOLATION).by(TrialKind::of);
    List<TrialKind> kinds =
        ours.keySet().stream()
            .filter(kind -> theirs.containsKey(kind))
            .filter(kind -> !Cell.pairs(ours.get(kind), theirs.get(kind)).isEmpty())
            .collect(toList());
    double[] p = adjusted(kinds, ours, theirs, cells -> StratifiedRankTest.p(cells, seed));
    double[] beyond =
        adjusted(
            kinds,
            ours,
            theirs,
            cells -> StratifiedRankTest.pBeyond(Verdict.THRESHOLD, cells, seed));
    Bootstrap bootstrap = Bootstrap.seeded(seed);
    ImmutableList.Builder<Change> changes = ImmutableList.builder();
    ImmutableList.Builder<RatioChange> ratios = ImmutableList.builder();
    for (int i = 0; i < p.length; i++) {
      TrialKind kind = kinds.get(i);
      changes.add(Change.of(kind, ours.get(kind), theirs.get(kind), p[i], beyond[i], bootstrap));
      RatioChange.of(kind, ours, theirs, bootstrap).ifPresent(ratios::add);
    }
    double leastBeyond = DoubleStream.of(beyond).min().orElse(1);
    return new AutoValue_Comparison(
        other,
        sentence(changes.build(), leastBeyond),
        changes.build(),
        ratios.build(),
        ours.size() - p.length,
        theirs.size() - p.length,
        DoubleStream.of(p).min().orElse(1),
        leastBeyond);
  }

  private static double[] adjusted(
      List<TrialKind> kinds,
      Map<TrialKind, Trials> ours,
      Map<TrialKind, Trials> theirs,
      ToDoubleFunction<List<CellPair>> test) {
    return Holm.adjust(
        kinds.stream()
            .mapToDouble(kind -> test.applyAsDouble(Cell.pairs(ours.get(kind), theirs.get(kind))))
            .toArray());
  }

  private static String sentence(List<Change> changes, double leastBeyond) {
    if (changes.isEmpty()) {
      return "Both results have no kind of trial in common.";
    }
    String p = String.format("the smallest p, corrected, is %s", Numbers.p(leastBeyond));
    long threshold = Math.round(100 * (Verdict.THRESHOLD - 1));
    List<String> verdicts =
        Stream.of(Verdict.FASTER, Verdict.SLOWER)
            .filter(verdict -> count(changes, verdict) > 0)
            .map(verdict -> count(changes, verdict) + " " + verdict.title())
            .collect(toList());
    return verdicts.isEmpty()
        ? String.format(
            "No difference beyond %d %% in %d kinds of trials: %s.", threshold, changes.size(), p)
        : String.format(
            "Of %d kinds of trials %s here, beyond %d %%: %s.",
            changes.size(), String.join(" and ", verdicts), threshold, p);
  }

  private static long count(List<Change> changes, Verdict verdict) {
    return changes.stream().filter(change -> change.verdict() == verdict).count();
  }
}
