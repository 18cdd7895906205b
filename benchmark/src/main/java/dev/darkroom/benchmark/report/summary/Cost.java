package dev.darkroom.benchmark.report.summary;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.Multimaps;
import dev.darkroom.benchmark.results.Format;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Time and price of an epoch both ways, and when the conversion pays. Immutable. */
@AutoValue
@JsonFields
public abstract class Cost {
  /** The user's own. */
  public abstract Prices prices();

  /** One epoch of every format in every setting that was measured. */
  public abstract List<EpochCost> epochs();

  /** Raw files beside each kind of records; none if the prices tell of no conversion. */
  public abstract List<BreakEven> breakEvens();

  static Cost of(Prices prices, List<FormatSummary> formats) {
    ImmutableList<EpochCost> epochs =
        formats.stream().map(summary -> EpochCost.of(summary, prices)).collect(toImmutableList());
    ImmutableListMultimap<Object, EpochCost> alike =
        Multimaps.index(
            epochs, epoch -> List.of(epoch.setting().conditions(), epoch.setting().workers()));
    ImmutableList.Builder<BreakEven> breakEvens = ImmutableList.builder();
    if (prices.conversion() != null) {
      alike
          .asMap()
          .values()
          .forEach(some -> breakEvens.addAll(breakEvens(ImmutableList.copyOf(some), prices)));
    }
    return new AutoValue_Cost(prices, epochs, breakEvens.build());
  }

  private static List<BreakEven> breakEvens(List<EpochCost> epochs, Prices prices) {
    return Summary.packed(
            format ->
                fastest(epochs, Format.RAW)
                    .flatMap(
                        raw ->
                            fastest(epochs, format)
                                .map(
                                    packed ->
                                        BreakEven.of(raw, packed, prices, prices.conversion())))
                    .stream())
        .collect(toImmutableList());
  }

  private static Optional<EpochCost> fastest(List<EpochCost> epochs, Format format) {
    return epochs.stream()
        .filter(epoch -> epoch.format() == format)
        .min(Comparator.comparingDouble(epoch -> epoch.seconds().value()));
  }
}
