package dev.darkroom.benchmark.report.summary;

import com.google.auto.value.AutoValue;
import dev.darkroom.benchmark.results.Format;
import dev.darkroom.benchmark.statistics.Estimate;
import dev.darkroom.benchmark.statistics.Interval;
import javax.annotation.Nullable;

/** What reading all images once takes, at a measured rate. Immutable. */
@AutoValue
@JsonFields
public abstract class EpochCost {
  private static final double SECONDS_PER_HOUR = 3600;
  private static final double REQUESTS_PRICED = 10_000;
  private static final double GIGABYTE = 1e9;

  /** In which setting. */
  public abstract Setting setting();

  /** What is read. */
  public abstract Format format();

  /** How long. */
  public abstract Estimate seconds();

  /** Files opened and ranges asked for. */
  public abstract double requests();

  /** Bytes that storage delivers, in 10^9. */
  public abstract double gigabytes();

  /** The workers' price. */
  public abstract double workerCost();

  /** The requests' price. */
  public abstract double requestCost();

  /** The price of the bytes. */
  public abstract double egressCost();

  static EpochCost of(FormatSummary summary, Prices prices) {
    Estimate seconds = seconds(summary.imagesPerSecond(), prices.images());
    double requests = summary.requestsPerImage() * prices.images();
    double gigabytes = summary.bytesPerImage() * prices.images() / GIGABYTE;
    return new AutoValue_EpochCost(
        summary.setting(),
        summary.format(),
        seconds,
        requests,
        gigabytes,
        workers(seconds.value(), summary.setting().workers(), prices),
        reads(requests, prices),
        gigabytes * prices.egressPerGb());
  }

  private static Estimate seconds(Estimate rate, long images) {
    Interval interval = rate.interval();
    return Estimate.of(images / rate.value(), inverse(interval, images), rate.trials());
  }

  @Nullable
  private static Interval inverse(@Nullable Interval rate, long images) {
    return rate == null ? null : Interval.of(images / rate.high(), images / rate.low());
  }

  /** The price of some time of some workers. */
  static double workers(double seconds, int workers, Prices prices) {
    return seconds / SECONDS_PER_HOUR * workers * prices.workerPerHour();
  }

  /** The price of requests that read. */
  static double reads(double requests, Prices prices) {
    return requests / REQUESTS_PRICED * prices.classBPer10000();
  }

  /** The price of requests that write. */
  static double writes(double requests, Prices prices) {
    return requests / REQUESTS_PRICED * prices.classAPer10000();
  }

  /** All of it. */
  public final double total() {
    return workerCost() + requestCost() + egressCost();
  }
}
