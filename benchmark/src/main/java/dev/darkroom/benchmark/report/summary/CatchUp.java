package dev.darkroom.benchmark.report.summary;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import dev.darkroom.benchmark.results.Format;
import dev.darkroom.benchmark.statistics.Bootstrap;
import dev.darkroom.benchmark.statistics.CellPair;
import dev.darkroom.benchmark.statistics.Estimate;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.annotation.Nullable;

/** How near raw files come to records when more of them are read at once. Immutable. */
@AutoValue
@JsonFields
public abstract class CatchUp {
  /** The records. */
  public abstract Format format();

  /** The records' lowest level. */
  public abstract int first();

  /** The raw files' rate at each level, divided by the records' at their lowest. */
  public abstract List<Level> ofFirst();

  /**
   * The raw files' rate at each level, divided by the records' at the same, where both are known.
   */
  public abstract List<Level> ofSame();

  /** Where raw files come nearest to the records' lowest level. */
  public abstract Level nearest();

  /** The lowest level at which raw files reach the records' lowest; absent if none does. */
  @Nullable
  public abstract Integer reachFirstAt();

  /** The lowest level at which raw files reach the records' same; absent if none does. */
  @Nullable
  public abstract Integer reachSameAt();

  /** Nothing where raw files were read at one level only, or no cell has both. */
  static Optional<CatchUp> of(
      Dimension dimension, Format format, Trials trials, Bootstrap bootstrap) {
    ImmutableSortedMap<Integer, Trials> raw = trials.of(Format.RAW).by(dimension::of);
    ImmutableSortedMap<Integer, Trials> packed = trials.of(format).by(dimension::of);
    if (raw.size() < 2 || packed.isEmpty()) {
      return Optional.empty();
    }
    int lowest = packed.firstKey();
    Trials first = packed.get(lowest);
    ImmutableList<Level> ofFirst = levels(raw, at -> first, bootstrap);
    ImmutableList<Level> ofSame = levels(raw, packed::get, bootstrap);
    if (ofFirst.isEmpty()) {
      return Optional.empty();
    }
    Level nearest =
        Collections.max(ofFirst, Comparator.comparingDouble(level -> level.ratio().value()));
    return Optional.of(
        new AutoValue_CatchUp(
            format, lowest, ofFirst, ofSame, nearest, reachedAt(ofFirst), reachedAt(ofSame)));
  }

  private static ImmutableList<Level> levels(
      ImmutableSortedMap<Integer, Trials> raw,
      Function<Integer, Trials> packed,
      Bootstrap bootstrap) {
    return raw.entrySet().stream()
        .filter(level -> packed.apply(level.getKey()) != null)
        .flatMap(
            level -> {
              Trials records = packed.apply(level.getKey());
              ImmutableList<CellPair> cells = Cell.pairs(level.getValue(), records);
              return cells.isEmpty()
                  ? Stream.empty()
                  : Stream.of(Level.of(level.getKey(), bootstrap.ratioOfMedians(cells)));
            })
        .collect(toImmutableList());
  }

  @Nullable
  private static Integer reachedAt(List<Level> levels) {
    return levels.stream()
        .filter(level -> level.ratio().value() >= 1)
        .map(Level::at)
        .findFirst()
        .orElse(null);
  }

  /** The ratio at which so much at once arrives. Immutable. */
  @AutoValue
  @JsonFields
  public abstract static class Level {
    /** How much was done at once. */
    public abstract int at();

    /** The raw files' rate divided by the records'. */
    public abstract Estimate ratio();

    static Level of(int at, Estimate ratio) {
      return new AutoValue_CatchUp_Level(at, ratio);
    }
  }
}
