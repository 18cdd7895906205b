package dev.darkroom.benchmark.report.summary;

import com.google.auto.value.AutoValue;
import dev.darkroom.benchmark.results.Format;
import javax.annotation.Nullable;

/**
 * After how many epochs the conversion has paid for itself. On equally many workers, both formats
 * are read with as many reads at once as made them fastest. Immutable.
 */
@AutoValue
@JsonFields
public abstract class BreakEven {
  /** The records. */
  public abstract Format format();

  /** An epoch of raw files. */
  public abstract EpochCost raw();

  /** An epoch of records. */
  public abstract EpochCost packed();

  /** The price of the conversion: workers, reading every raw file once, writing the shards. */
  public abstract double conversionCost();

  /** The price of keeping the records beside the raw files. */
  public abstract double storageCost();

  /** How long the conversion takes. */
  public abstract double conversionSeconds();

  /** The first epoch after which records have cost less; absent where they never do. */
  @Nullable
  public abstract Long epochsByCost();

  /** The first epoch after which records have taken less time; absent where they never do. */
  @Nullable
  public abstract Long epochsByTime();

  static BreakEven of(
      EpochCost raw, EpochCost packed, Prices prices, Prices.Conversion conversion) {
    double seconds = prices.images() / conversion.imagesPerSecond();
    double conversionCost =
        EpochCost.workers(seconds, conversion.workers(), prices)
            + raw.requestCost()
            + raw.egressCost()
            + EpochCost.writes(conversion.shards(), prices);
    double storageCost = packed.gigabytes() * prices.storagePerGbMonth() * prices.months();
    return new AutoValue_BreakEven(
        packed.format(),
        raw,
        packed,
        conversionCost,
        storageCost,
        seconds,
        epochs(conversionCost + storageCost, raw.total() - packed.total()),
        epochs(seconds, raw.seconds().value() - packed.seconds().value()));
  }

  @Nullable
  private static Long epochs(double once, double savedEachEpoch) {
    return savedEachEpoch <= 0 ? null : (long) Math.ceil(once / savedEachEpoch);
  }
}
