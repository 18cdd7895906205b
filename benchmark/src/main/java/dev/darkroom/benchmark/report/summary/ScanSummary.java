package dev.darkroom.benchmark.report.summary;

import com.google.auto.value.AutoValue;
import dev.darkroom.benchmark.results.Format;
import dev.darkroom.benchmark.statistics.Bootstrap;
import dev.darkroom.benchmark.statistics.Estimate;

/** How fast the whole set was read once, by all workers together. Immutable. */
@AutoValue
@JsonFields
public abstract class ScanSummary {
  /** In which setting; its workers are the most parts that were read at once. */
  public abstract Setting setting();

  /** What was read. */
  public abstract Format format();

  /** The median rate of all scans, all workers together. */
  public abstract Estimate imagesPerSecond();

  /** The same in megabytes, of 10^6 bytes, that storage delivered. */
  public abstract Estimate megabytesPerSecond();

  /** The images of the largest scan. */
  public abstract long images();

  static ScanSummary of(Setting setting, Format format, Trials trials, Bootstrap bootstrap) {
    return new AutoValue_ScanSummary(
        setting,
        format,
        bootstrap.median(trials.rates()),
        bootstrap.median(trials.values(row -> row.megabytesPerSecond().orElseThrow())),
        trials.stream().mapToLong(row -> row.images()).max().orElseThrow());
  }
}
