package dev.darkroom.benchmark.measure;

import dev.darkroom.benchmark.results.Stage;
import dev.darkroom.benchmark.results.StageSummary;
import dev.darkroom.benchmark.results.TrialRow;
import dev.darkroom.transforms.run.JobMetrics;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.apache.beam.sdk.metrics.DistributionResult;

/**
 * Holds the rows of one pipeline against its metrics, which went another way. Where they differ,
 * something was done twice, or lost, and no number of that run is to be believed.
 */
final class Reconciliation {
  private final List<TrialRow> rows;
  private final JobMetrics metrics;
  private final List<String> differences = new ArrayList<>();

  private Reconciliation(List<TrialRow> rows, JobMetrics metrics) {
    this.rows = rows;
    this.metrics = metrics;
  }

  /** All differences, a sentence each. */
  static List<String> differences(List<TrialRow> rows, JobMetrics metrics) {
    Reconciliation books = new Reconciliation(rows, metrics);
    books.counter(MeasureMetrics.TRIALS_DONE, row -> 1);
    books.counter(MeasureMetrics.IMAGES_READ, TrialRow::images);
    books.counter(MeasureMetrics.BYTES_READ, TrialRow::bytes);
    books.counter(MeasureMetrics.REQUESTS_MADE, TrialRow::requests);
    books.counter(MeasureMetrics.ERRORS_SEEN, TrialRow::errors);
    for (Stage stage : Stage.values()) {
      books.distribution(stage);
    }
    return books.differences;
  }

  private void counter(String name, ToLongFunction<TrialRow> value) {
    OptionalLong counted = metrics.touchedCounter(MeasureMetrics.NAMESPACE, name);
    if (!counted.isPresent()) {
      differences.add("the metric " + name + " is missing");
      return;
    }
    compare(name, rows.stream().mapToLong(value).sum(), counted.getAsLong());
  }

  private void distribution(Stage stage) {
    List<StageSummary> told =
        rows.stream()
            .map(row -> row.stages().get(stage))
            .filter(Objects::nonNull)
            .collect(Collectors.toList());
    Optional<DistributionResult> metric =
        metrics.distribution(MeasureMetrics.NAMESPACE, stage.metric());
    if (told.isEmpty() != metric.isEmpty()) {
      differences.add(
          "the metric " + stage.metric() + (metric.isEmpty() ? " is missing" : " is in no row"));
    }
    if (told.isEmpty() || metric.isEmpty()) {
      return;
    }
    DistributionResult counted = metric.get();
    compare(stage, "count", told.stream().mapToLong(StageSummary::count).sum(), counted.getCount());
    compare(stage, "sum", told.stream().mapToLong(StageSummary::sum).sum(), counted.getSum());
    compare(
        stage, "min", told.stream().mapToLong(StageSummary::min).min().orElse(0), counted.getMin());
    compare(
        stage, "max", told.stream().mapToLong(StageSummary::max).max().orElse(0), counted.getMax());
  }

  private void compare(Stage stage, String part, long rows, long metric) {
    compare(stage.metric() + ", " + part, rows, metric);
  }

  private void compare(String name, long inRows, long inMetrics) {
    if (inRows != inMetrics) {
      differences.add(name + ": the rows say " + inRows + ", Beam's metrics " + inMetrics);
    }
  }
}
