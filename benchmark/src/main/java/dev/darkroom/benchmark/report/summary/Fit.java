package dev.darkroom.benchmark.report.summary;

import com.google.auto.value.AutoValue;
import dev.darkroom.benchmark.results.Format;
import dev.darkroom.benchmark.statistics.Curve;
import dev.darkroom.benchmark.statistics.CurveFit;
import dev.darkroom.benchmark.statistics.LinearFit;
import dev.darkroom.benchmark.statistics.Linearity;
import java.util.Optional;
import javax.annotation.Nullable;

/** One format's throughput by one predictor, in one setting. Immutable. */
@AutoValue
@JsonFields
public abstract class Fit {
  /** In which setting. */
  public abstract Setting setting();

  /** What was read. */
  public abstract Format format();

  /** By what. */
  public abstract Predictor predictor();

  /** The straight line. */
  public abstract LinearFit linear();

  /** The curve {@code x / (a + b x)}; absent with fewer than three values of the predictor. */
  @Nullable
  public abstract CurveFit saturating();

  /** Whether the line does. */
  public abstract Linearity linearity();

  /** Fits; nothing where the predictor has a single value or there are too few trials. */
  static Optional<Fit> of(Setting setting, Format format, Predictor predictor, Trials trials) {
    double[] x = trials.values(predictor::of);
    double[] y = trials.rates();
    return LinearFit.of(predictor.toString(), x, y)
        .map(
            line -> {
              Optional<CurveFit> curve = CurveFit.of(Curve.SATURATING, x, y);
              return new AutoValue_Fit(
                  setting,
                  format,
                  predictor,
                  line,
                  curve.orElse(null),
                  Linearity.of(line, curve, x, y));
            });
  }
}
