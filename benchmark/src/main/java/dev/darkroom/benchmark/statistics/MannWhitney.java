package dev.darkroom.benchmark.statistics;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.google.auto.value.AutoValue;
import org.apache.commons.statistics.inference.MannWhitneyUTest;

/**
 * Mann and Whitney's test (1947) of whether one of two samples tends to larger values. The p value
 * is two-sided: exact where both samples are smaller than 50 and no two values are equal, else the
 * normal approximation with corrections for ties and continuity. Immutable.
 */
@AutoValue
@JsonPropertyOrder({"u", "p", "common_language", "rank_biserial"})
public abstract class MannWhitney {
  /** The statistic of the first sample: pairs in which its value is larger, ties counting half. */
  @JsonProperty
  public abstract double u();

  /** The chance of a difference at least so large between samples that do not differ. */
  @JsonProperty
  public abstract double p();

  /** The chance that a value of the first sample exceeds one of the second, ties counting half. */
  @JsonProperty("common_language")
  public abstract double commonLanguage();

  /** The effect size from -1, the first sample is always smaller, to 1 (Wendt, 1972). */
  @JsonProperty("rank_biserial")
  public final double rankBiserial() {
    return 2 * commonLanguage() - 1;
  }

  /** Compares two samples of one value at least. */
  public static MannWhitney compare(double[] first, double[] second) {
    Quantiles.requireValues(first);
    Quantiles.requireValues(second);
    MannWhitneyUTest.Result result = MannWhitneyUTest.withDefaults().test(first, second);
    double u = result.getStatistic();
    // Without any difference among all values the statistic has no variance.
    double p = Double.isNaN(result.getPValue()) ? 1 : result.getPValue();
    return new AutoValue_MannWhitney(u, p, u / ((double) first.length * second.length));
  }
}
