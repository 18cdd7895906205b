package dev.darkroom.benchmark.report.summary;

import com.google.auto.value.AutoValue;
import dev.darkroom.benchmark.results.Format;
import dev.darkroom.benchmark.results.TrialRow;
import dev.darkroom.benchmark.statistics.Bootstrap;
import dev.darkroom.benchmark.statistics.Estimate;
import dev.darkroom.benchmark.statistics.FiveNumbers;
import dev.darkroom.benchmark.statistics.Quantiles;
import java.util.function.ToLongFunction;

/** How fast one format was read in one setting, over all cells of the grid. Immutable. */
@AutoValue
@JsonFields
public abstract class FormatSummary {
  /** In which setting. */
  public abstract Setting setting();

  /** What was read. */
  public abstract Format format();

  /** The median rate of all trials. */
  public abstract Estimate imagesPerSecond();

  /** How the rates lie. */
  public abstract FiveNumbers spread();

  /** The median rate in megabytes, of 10^6 bytes, that storage delivered. */
  public abstract double megabytesPerSecond();

  /** Bytes that storage delivered for each image. */
  public abstract double bytesPerImage();

  /** Files opened and ranges asked for, for each image. */
  public abstract double requestsPerImage();

  static FormatSummary of(Setting setting, Format format, Trials trials, Bootstrap bootstrap) {
    double images = total(trials, TrialRow::images);
    return new AutoValue_FormatSummary(
        setting,
        format,
        bootstrap.median(trials.rates()),
        FiveNumbers.of(trials.rates()),
        Quantiles.median(trials.values(row -> row.megabytesPerSecond().orElseThrow())),
        total(trials, TrialRow::bytes) / images,
        total(trials, TrialRow::requests) / images);
  }

  private static double total(Trials trials, ToLongFunction<TrialRow> amount) {
    return trials.stream().mapToLong(amount).sum();
  }
}
