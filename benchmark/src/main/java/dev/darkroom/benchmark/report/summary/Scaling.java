package dev.darkroom.benchmark.report.summary;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;
import dev.darkroom.benchmark.results.Format;
import dev.darkroom.benchmark.statistics.Bootstrap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Throughput of all formats as more is done at once, under equal conditions. Immutable. */
@AutoValue
@JsonFields
public abstract class Scaling {
  /** What there is more of. */
  public abstract Dimension dimension();

  /** Under which conditions. */
  public abstract Conditions conditions();

  /** How much of the other dimension there is throughout. */
  public abstract int otherwise();

  /** A curve for each format with more than one point. */
  public abstract List<ScalingCurve> curves();

  /** Raw files beside each kind of records. */
  public abstract List<CatchUp> catchUps();

  /** Nothing where no format was measured at more than one level. */
  static Optional<Scaling> of(
      Dimension dimension,
      Conditions conditions,
      int otherwise,
      Trials trials,
      Bootstrap bootstrap) {
    ImmutableList<ScalingCurve> curves =
        Stream.of(Format.values())
            .filter(format -> trials.of(format).by(dimension::of).size() > 1)
            .map(format -> ScalingCurve.of(dimension, format, trials.of(format), bootstrap))
            .collect(toImmutableList());
    if (curves.isEmpty()) {
      return Optional.empty();
    }
    ImmutableList<CatchUp> catchUps =
        Stream.of(Format.TFRECORD, Format.TFRECORD_GZIP)
            .flatMap(format -> CatchUp.of(dimension, format, trials, bootstrap).stream())
            .collect(toImmutableList());
    return Optional.of(new AutoValue_Scaling(dimension, conditions, otherwise, curves, catchUps));
  }
}
