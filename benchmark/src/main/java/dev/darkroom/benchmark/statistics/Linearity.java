package dev.darkroom.benchmark.statistics;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.google.auto.value.AutoValue;
import java.util.Optional;
import javax.annotation.Nullable;

/** Whether a straight line does for one predictor. Immutable. */
@AutoValue
@JsonPropertyOrder({"inadequate", "lack_of_fit", "curve_error_ratio"})
public abstract class Linearity {
  private static final double SIGNIFICANT = 1 - Interval.CONFIDENCE;
  private static final double CLEARLY_LESS = 0.95;

  /** Fisher's test; absent where no value of the predictor repeats, or fewer than three differ. */
  @JsonProperty("lack_of_fit")
  @Nullable
  public abstract LackOfFit lackOfFit();

  /** The saturating curve's cross-validated error over the line's; absent without such a curve. */
  @JsonProperty("curve_error_ratio")
  @Nullable
  public abstract Double curveErrorRatio();

  /** Judges a line, beside the saturating curve if there is one. */
  public static Linearity of(
      LinearFit line, Optional<CurveFit> saturating, double[] x, double[] y) {
    Double ratio =
        saturating
            .filter(curve -> line.crossValidatedError() > 0)
            .map(curve -> curve.crossValidatedError() / line.crossValidatedError())
            .orElse(null);
    return new AutoValue_Linearity(LackOfFit.of(line, x, y).orElse(null), ratio);
  }

  /** Whether the line misses the means (p below 0.05) or the curve predicts better. */
  @JsonProperty
  public final boolean inadequate() {
    LackOfFit test = lackOfFit();
    return (test != null && test.p() < SIGNIFICANT) || curvePredictsBetter();
  }

  /** Whether the curve predicts values that were left out 5 % better than the line does. */
  public final boolean curvePredictsBetter() {
    Double ratio = curveErrorRatio();
    return ratio != null && ratio < CLEARLY_LESS;
  }
}
