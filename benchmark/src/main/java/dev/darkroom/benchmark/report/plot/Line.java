package dev.darkroom.benchmark.report.plot;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableSortedMap;
import dev.darkroom.benchmark.statistics.CurveFit;
import dev.darkroom.benchmark.statistics.Estimate;
import java.util.Map;
import javax.annotation.Nullable;

/** One line of a chart: estimates by what they belong to, and a curve through them. Immutable. */
@AutoValue
public abstract class Line {
  /** The class of its colour. */
  abstract String format();

  /** What stands at its end. */
  abstract String name();

  abstract ImmutableSortedMap<Integer, Estimate> points();

  @Nullable
  abstract CurveFit curve();

  @Nullable
  abstract CurveFit dashed();

  /**
   * All of it.
   *
   * @param curve drawn instead of straight pieces between the points
   * @param dashed drawn besides
   */
  public static Line of(
      String format,
      String name,
      Map<Integer, Estimate> points,
      @Nullable CurveFit curve,
      @Nullable CurveFit dashed) {
    return new AutoValue_Line(format, name, ImmutableSortedMap.copyOf(points), curve, dashed);
  }
}
