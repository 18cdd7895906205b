package dev.darkroom.benchmark.report.summary;

import com.google.auto.value.AutoValue;
import dev.darkroom.transforms.json.Json;
import java.util.List;
import javax.annotation.Nullable;

/**
 * The whole of {@code results.json}. It follows from the trials and the prices alone. Immutable.
 */
@AutoValue
@JsonFields
public abstract class Results {
  /** The version of this layout. */
  public static final int SCHEMA = 1;

  /** The seed of all resampling. */
  public static final long SEED = 0;

  /** The version of this layout, {@link #SCHEMA}. */
  public abstract int schema();

  /** The seed of all resampling, {@link #SEED}. */
  public abstract long seed();

  /** All of it in a sentence. */
  public abstract String sentence();

  /** The runs, in the order in which they began. */
  public abstract List<RunFacts> runs();

  /** Machines and data, to which conditions refer. */
  public abstract List<Setup> setups();

  /** How many trials there are. */
  public abstract Counts trials();

  /** Records against raw files, the one to tell first at the head. */
  public abstract List<Headline> headlines();

  /** Each format in each setting. */
  public abstract List<FormatSummary> formats();

  /** Throughput by each predictor. */
  public abstract List<Fit> fits();

  /** Throughput by all predictors. */
  public abstract List<MultipleFit> multipleFits();

  /** Throughput by reads at once and by workers. */
  public abstract List<Scaling> scalings();

  /** Where the time goes. */
  public abstract List<StageBreakdown> stages();

  /** Whole sets read by the whole cluster. */
  public abstract List<ScanSummary> scans();

  /** Trials that ran several at once. */
  public abstract List<ContentionSummary> contentions();

  /** What an epoch costs; absent without prices. */
  @Nullable
  public abstract Cost cost();

  /** These results against others; absent without any. */
  @Nullable
  public abstract Comparison comparison();

  /** What nobody may conclude, a sentence each. */
  public abstract List<String> notMeasured();

  /** What to bear in mind, a sentence each. */
  public abstract List<String> warnings();

  /**
   * Summarises.
   *
   * @param trials all rows, warm-ups and failures among them
   * @param problems what was passed over as they were read
   */
  public static Results of(
      Trials trials,
      List<String> problems,
      @Nullable Prices prices,
      @Nullable Comparison comparison) {
    return new Summary(trials).results(problems, prices, comparison);
  }

  /** The content of the file. */
  public final String toJson() {
    return Json.pretty(this);
  }

  abstract Builder toBuilder();

  static Builder builder() {
    return new AutoValue_Results.Builder().schema(SCHEMA).seed(SEED);
  }

  @AutoValue.Builder
  abstract static class Builder {
    abstract Builder schema(int value);

    abstract Builder seed(long value);

    abstract Builder sentence(String value);

    abstract Builder runs(List<RunFacts> value);

    abstract Builder setups(List<Setup> value);

    abstract Builder trials(Counts value);

    abstract Builder headlines(List<Headline> value);

    abstract Builder formats(List<FormatSummary> value);

    abstract Builder fits(List<Fit> value);

    abstract Builder multipleFits(List<MultipleFit> value);

    abstract Builder scalings(List<Scaling> value);

    abstract Builder stages(List<StageBreakdown> value);

    abstract Builder scans(List<ScanSummary> value);

    abstract Builder contentions(List<ContentionSummary> value);

    abstract Builder cost(@Nullable Cost value);

    abstract Builder comparison(@Nullable Comparison value);

    abstract Builder notMeasured(List<String> value);

    abstract Builder warnings(List<String> value);

    abstract Results build();
  }
}
