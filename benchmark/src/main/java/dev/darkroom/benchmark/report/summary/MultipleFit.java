package dev.darkroom.benchmark.report.summary;

import static java.util.stream.Collectors.toList;

import com.google.auto.value.AutoValue;
import dev.darkroom.benchmark.results.Format;
import dev.darkroom.benchmark.statistics.LinearFit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** One format's throughput by all predictors at once, in one setting. Immutable. */
@AutoValue
@JsonFields
public abstract class MultipleFit {
  /** In which setting. */
  public abstract Setting setting();

  /** What was read. */
  public abstract Format format();

  /** The plane; its coefficients are named as the predictors are in files. */
  public abstract LinearFit linear();

  /**
   * Fits all predictors that have more than one value; nothing where that leaves fewer than two.
   */
  static Optional<MultipleFit> of(Setting setting, Format format, Trials trials) {
    List<Predictor> predictors =
        Arrays.stream(Predictor.values())
            .filter(each -> Arrays.stream(trials.values(each::of)).distinct().count() > 1)
            .collect(toList());
    if (predictors.size() < 2) {
      return Optional.empty();
    }
    double[][] rows =
        trials.stream()
            .map(row -> predictors.stream().mapToDouble(each -> each.of(row)).toArray())
            .toArray(double[][]::new);
    List<String> names = predictors.stream().map(Predictor::toString).collect(toList());
    return LinearFit.of(names, rows, trials.rates())
        .map(fit -> new AutoValue_MultipleFit(setting, format, fit));
  }
}
