package dev.darkroom.pipeline.plan;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;
import dev.darkroom.transforms.planning.Estimate;
import dev.darkroom.transforms.rejection.Reason;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/** What a conversion will make of the inputs, whatever makes it. Immutable. */
@AutoValue
abstract class Forecast {
  abstract ImmutableList<SplitForecast> splits();

  abstract Classes classes();

  static Forecast of(List<SplitForecast> splits, List<String> labels) {
    return new AutoValue_Forecast(
        ImmutableList.copyOf(splits),
        Classes.of(
            labels, splits.stream().map(SplitForecast::classes).collect(Collectors.toList())));
  }

  /** A number, summed over the splits. */
  final long total(ToLongFunction<SplitForecast> part) {
    return splits().stream().mapToLong(part).sum();
  }

  /** An estimate, summed over the splits. */
  final Estimate totalOf(Function<SplitForecast, Estimate> part) {
    return Estimate.sum(splits().stream().map(part).collect(Collectors.toList()));
  }

  /** All rejections by reason. */
  final Map<Reason, Double> reasons() {
    Map<Reason, Double> reasons = new EnumMap<>(Reason.class);
    splits()
        .forEach(split -> split.reasons().forEach((why, n) -> reasons.merge(why, n, Double::sum)));
    return reasons;
  }

  /** The share of files that will be rejected. */
  final double rejectRatio() {
    return totalOf(SplitForecast::rejected).value() / Math.max(1, total(SplitForecast::listed));
  }
}
