package dev.darkroom.benchmark.report.summary;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import dev.darkroom.benchmark.results.Depth;
import dev.darkroom.benchmark.results.Format;
import dev.darkroom.benchmark.results.Mode;
import dev.darkroom.benchmark.results.Order;
import dev.darkroom.benchmark.results.PageCache;
import dev.darkroom.benchmark.results.TrialRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** What was not measured, so that nobody reads it into the results. */
final class Gaps {
  private final Trials counted;
  private final List<String> gaps = new ArrayList<>();

  private Gaps(Trials counted) {
    this.counted = counted;
  }

  static ImmutableList<String> of(Trials all, Results results) {
    Gaps gaps = new Gaps(all.counted());
    gaps.missing("format", Format.values(), TrialRow::format);
    gaps.missing("depth", Depth.values(), TrialRow::depth);
    gaps.missing("order", Order.values(), TrialRow::order);
    gaps.missing("mode", Mode.values(), TrialRow::mode);
    gaps.cold();
    gaps.add(results.headlines().isEmpty(), "TFRecord against raw files in equal cells");
    gaps.scaling(results);
    gaps.predictors(results);
    gaps.add(results.cost() == null, "cost: no prices were given");
    gaps.add(
        results.cost() != null && results.cost().prices().conversion() == null,
        "break-even epochs: the prices tell of no conversion");
    return ImmutableList.copyOf(gaps.gaps);
  }

  private void add(boolean missing, String what) {
    if (missing) {
      gaps.add(what);
    }
  }

  private <T> void missing(String what, T[] values, Function<TrialRow, T> of) {
    ImmutableList<T> seen = counted.stream().map(of).distinct().collect(toImmutableList());
    for (T value : values) {
      add(!seen.contains(value), what + " " + value);
    }
  }

  private void cold() {
    boolean local = counted.stream().anyMatch(row -> row.pageCache() != PageCache.REMOTE);
    boolean cold = counted.stream().anyMatch(row -> row.pageCache() == PageCache.DROPPED);
    add(local && !cold, "reads from the device itself: no trial dropped the page cache");
  }

  private void scaling(Results results) {
    for (Format format : Format.values()) {
      boolean read = counted.stream().anyMatch(row -> row.format() == format);
      for (Dimension dimension : Dimension.values()) {
        boolean scaled =
            results.scalings().stream()
                .filter(scaling -> scaling.dimension() == dimension)
                .flatMap(scaling -> scaling.curves().stream())
                .anyMatch(curve -> curve.format() == format);
        add(read && !scaled, dimension + " of " + format + ": all trials have the same");
      }
    }
  }

  private void predictors(Results results) {
    for (Predictor predictor : Predictor.values()) {
      boolean fitted = results.fits().stream().anyMatch(fit -> fit.predictor() == predictor);
      boolean varies = Arrays.stream(counted.values(predictor::of)).distinct().count() > 1;
      add(!fitted, "throughput by " + predictor.title() + ": " + reason(varies));
    }
  }

  private static String reason(boolean varies) {
    return varies ? "too few trials" : "all trials have the same";
  }
}
