package dev.darkroom.benchmark.report.summary;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;
import dev.darkroom.benchmark.results.Format;
import dev.darkroom.benchmark.statistics.Bootstrap;
import dev.darkroom.benchmark.statistics.CellPair;
import dev.darkroom.benchmark.statistics.Estimate;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import javax.annotation.Nullable;

/** How near raw files come to records when more of them are read at once. Immutable. */
@AutoValue
@JsonFields
public abstract class CatchUp {
  /** The records. */
  public abstract Format format();

  /** Where raw files were fastest. */
  public abstract int at();

  /** Their rate there, divided by the records' with the least at once. */
  public abstract Estimate ofFirst();

  /** Their rate there, divided by the records' with as much at once; absent if not measured. */
  @Nullable
  public abstract Estimate ofSame();

  /** The least at once with which raw files reach the records with as much; absent if none does. */
  @Nullable
  public abstract Integer reachedAt();

  /** The least at once with which raw files reach the records with the least; absent likewise. */
  @Nullable
  public abstract Integer firstReachedAt();

  /** Nothing where raw files were read at one level only, or records at none. */
  static Optional<CatchUp> of(
      Dimension dimension, Format format, Trials trials, Bootstrap bootstrap) {
    SortedMap<Integer, Trials> raw = trials.of(Format.RAW).by(dimension::of);
    SortedMap<Integer, Trials> packed = trials.of(format).by(dimension::of);
    if (raw.size() < 2 || packed.isEmpty()) {
      return Optional.empty();
    }
    int fastest = fastest(raw, bootstrap);
    Trials first = packed.get(packed.firstKey());
    Optional<Estimate> ofFirst = ratio(raw.get(fastest), first, bootstrap);
    return ofFirst.map(
        ratio ->
            new AutoValue_CatchUp(
                format,
                fastest,
                ratio,
                ratio(raw.get(fastest), packed.get(fastest), bootstrap).orElse(null),
                reached(raw, packed, null, bootstrap),
                reached(raw, packed, first, bootstrap)));
  }

  private static int fastest(SortedMap<Integer, Trials> raw, Bootstrap bootstrap) {
    int fastest = raw.firstKey();
    double best = 0;
    for (Map.Entry<Integer, Trials> level : raw.entrySet()) {
      double rate = bootstrap.median(level.getValue().rates()).value();
      if (rate > best) {
        best = rate;
        fastest = level.getKey();
      }
    }
    return fastest;
  }

  @Nullable
  private static Integer reached(
      SortedMap<Integer, Trials> raw,
      SortedMap<Integer, Trials> packed,
      @Nullable Trials fixed,
      Bootstrap bootstrap) {
    for (Map.Entry<Integer, Trials> level : raw.entrySet()) {
      Trials other = fixed == null ? packed.get(level.getKey()) : fixed;
      if (ratio(level.getValue(), other, bootstrap).filter(r -> r.value() >= 1).isPresent()) {
        return level.getKey();
      }
    }
    return null;
  }

  private static Optional<Estimate> ratio(
      Trials raw, @Nullable Trials packed, Bootstrap bootstrap) {
    if (packed == null) {
      return Optional.empty();
    }
    ImmutableList<CellPair> cells = Cell.pairs(raw, packed);
    return cells.isEmpty() ? Optional.empty() : Optional.of(bootstrap.ratioOfMedians(cells));
  }
}
