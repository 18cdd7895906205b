package dev.darkroom.benchmark.report.summary;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;
import dev.darkroom.benchmark.results.Format;
import dev.darkroom.benchmark.statistics.Bootstrap;
import dev.darkroom.benchmark.statistics.Curve;
import dev.darkroom.benchmark.statistics.CurveFit;
import dev.darkroom.benchmark.statistics.Estimate;
import java.util.List;
import java.util.Optional;
import javax.annotation.Nullable;

/**
 * One format's throughput as more is done at once, and what is fitted to its medians. Immutable.
 */
@AutoValue
@JsonFields
public abstract class ScalingCurve {
  /** What was read. */
  public abstract Format format();

  /** What was measured, by how much was done at once. */
  public abstract List<Point> points();

  /** Amdahl's law; absent with fewer than three points. */
  @Nullable
  public abstract CurveFit amdahl();

  /** The universal scalability law; absent with fewer than four points. */
  @Nullable
  public abstract CurveFit usl();

  /** Where the universal scalability law has its peak; absent where throughput never falls. */
  @Nullable
  public abstract Double peak();

  static ScalingCurve of(Dimension dimension, Format format, Trials trials, Bootstrap bootstrap) {
    ImmutableList.Builder<Point> points = ImmutableList.builder();
    trials
        .by(dimension::of)
        .forEach((at, some) -> points.add(Point.of(at, bootstrap.median(some.rates()))));
    ImmutableList<Point> measured = points.build();
    double[] x = measured.stream().mapToDouble(Point::at).toArray();
    double[] y = measured.stream().mapToDouble(each -> each.imagesPerSecond().value()).toArray();
    Optional<CurveFit> usl = CurveFit.of(Curve.USL, x, y);
    return new AutoValue_ScalingCurve(
        format,
        measured,
        CurveFit.of(Curve.AMDAHL, x, y).orElse(null),
        usl.orElse(null),
        usl.map(ScalingCurve::peak).filter(Double::isFinite).orElse(null));
  }

  private static double peak(CurveFit usl) {
    return Math.sqrt((1 - usl.parameter("sigma")) / usl.parameter("kappa"));
  }

  /** The median rate with so much at once. Immutable. */
  @AutoValue
  @JsonFields
  public abstract static class Point {
    /** How much was done at once. */
    public abstract int at();

    /** The median rate of all trials. */
    public abstract Estimate imagesPerSecond();

    static Point of(int at, Estimate imagesPerSecond) {
      return new AutoValue_ScalingCurve_Point(at, imagesPerSecond);
    }
  }
}
