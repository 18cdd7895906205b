package dev.darkroom.benchmark.report.summary;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import dev.darkroom.benchmark.results.Format;
import dev.darkroom.benchmark.results.Mode;
import dev.darkroom.benchmark.results.Phase;
import dev.darkroom.benchmark.results.TrialRow;
import java.util.Comparator;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Some of the trials of one or several runs, in the order of their files. Immutable. */
public final class Trials {
  private final ImmutableList<TrialRow> rows;

  private Trials(ImmutableList<TrialRow> rows) {
    this.rows = rows;
  }

  /** These rows. */
  public static Trials of(Iterable<TrialRow> rows) {
    return new Trials(ImmutableList.copyOf(rows));
  }

  /** The rows. */
  public ImmutableList<TrialRow> rows() {
    return rows;
  }

  /** The rows. */
  public Stream<TrialRow> stream() {
    return rows.stream();
  }

  /** How many there are. */
  public int size() {
    return rows.size();
  }

  /** Whether there are none. */
  public boolean isEmpty() {
    return rows.isEmpty();
  }

  /** Those that meet a condition. */
  public Trials where(Predicate<TrialRow> condition) {
    return new Trials(rows.stream().filter(condition).collect(toImmutableList()));
  }

  /** Those that enter statistics: no warm-up, no failure. */
  public Trials counted() {
    return where(row -> row.phase() == Phase.MEASURED && row.failure() == null);
  }

  /** Those of them that ran in a mode; modes are never mixed. */
  public Trials counted(Mode mode) {
    return counted().where(row -> row.mode() == mode);
  }

  /** Those that read a format. */
  public Trials of(Format format) {
    return where(row -> row.format() == format);
  }

  /** Images per second, of trials that did not fail. */
  public double[] rates() {
    return values(row -> row.imagesPerSecond().orElseThrow());
  }

  /** One number of each. */
  public double[] values(ToDoubleFunction<TrialRow> value) {
    return rows.stream().mapToDouble(value).toArray();
  }

  /** The trials by what they have in common, in its natural order. */
  public <K extends Comparable<K>> ImmutableSortedMap<K, Trials> by(Function<TrialRow, K> key) {
    return rows.stream().collect(Collectors.groupingBy(key, toImmutableList())).entrySet().stream()
        .collect(
            ImmutableSortedMap.toImmutableSortedMap(
                Comparator.<K>naturalOrder(),
                entry -> entry.getKey(),
                entry -> new Trials(entry.getValue())));
  }
}
