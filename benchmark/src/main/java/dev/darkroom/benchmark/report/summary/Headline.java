package dev.darkroom.benchmark.report.summary;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;
import dev.darkroom.benchmark.results.Format;
import dev.darkroom.benchmark.statistics.Bootstrap;
import dev.darkroom.benchmark.statistics.CellPair;
import dev.darkroom.benchmark.statistics.Estimate;
import dev.darkroom.benchmark.statistics.MannWhitney;
import java.util.Optional;

/** Records against raw files in one setting, over the cells that both have. Immutable. */
@AutoValue
@JsonFields
public abstract class Headline {
  /** In which setting. */
  public abstract Setting setting();

  /** The records. */
  public abstract Format format();

  /** The records' median rate divided by that of raw files. */
  public abstract Estimate ratio();

  /** The raw files' median rate, in images per second. */
  public abstract Estimate raw();

  /** The records' median rate, in images per second. */
  public abstract Estimate packed();

  /** How many cells of batch size and count both have. */
  public abstract int cells();

  /** Whether the records' rates tend to be higher, all cells pooled. */
  public abstract MannWhitney mannWhitney();

  /** Compares; nothing where no cell has both. */
  static Optional<Headline> of(Setting setting, Format format, Trials trials, Bootstrap bootstrap) {
    ImmutableList<CellPair> cells = Cell.pairs(trials, format, Format.RAW);
    if (cells.isEmpty()) {
      return Optional.empty();
    }
    double[] raw = Cell.shared(trials.of(Format.RAW), trials.of(format)).rates();
    double[] packed = Cell.shared(trials.of(format), trials.of(Format.RAW)).rates();
    return Optional.of(
        new AutoValue_Headline(
            setting,
            format,
            bootstrap.ratioOfMedians(cells),
            bootstrap.median(raw),
            bootstrap.median(packed),
            cells.size(),
            MannWhitney.compare(packed, raw)));
  }
}
