package dev.darkroom.benchmark.measure;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.benchmark.results.Phase;
import dev.darkroom.benchmark.results.TrialRow;
import dev.darkroom.transforms.json.Json;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What one run measured, for a person or for a program. Immutable. */
final class RunSummary {
  private final String run;
  private final String file;
  private final Map<Cell, List<TrialRow>> cells;
  private final long trials;

  /**
   * @param file where the rows lie
   * @param rows of the run; failed trials and warm-ups are left out of every figure
   */
  RunSummary(String run, String file, List<TrialRow> rows) {
    this.run = run;
    this.file = file;
    this.trials = rows.size();
    this.cells =
        rows.stream()
            .filter(row -> row.phase() == Phase.MEASURED && row.failure() == null)
            .sorted(Comparator.comparingInt(TrialRow::planned))
            .collect(
                Collectors.groupingBy(RunSummary::cell, LinkedHashMap::new, Collectors.toList()));
  }

  private static Cell cell(TrialRow row) {
    return Cell.of(
        row.format(),
        row.depth(),
        row.batchSize(),
        row.batchCount(),
        row.concurrency(),
        row.order());
  }

  String table() {
    StringBuilder text =
        new StringBuilder(
            String.format(
                "%-14s %-7s %-11s %6s %6s %6s %7s %10s %10s %10s %9s%n",
                "format", "depth", "order", "batch", "count", "flight", "trials", "img/s", "least",
                "most", "MB/s"));
    cells.forEach((cell, rows) -> text.append(line(cell, rows)));
    return text.append("rows: ").append(file).append(System.lineSeparator()).toString();
  }

  private static String line(Cell cell, List<TrialRow> rows) {
    double[] rates = rates(rows, row -> row.imagesPerSecond().orElseThrow());
    return String.format(
        "%-14s %-7s %-11s %6d %6d %6d %7d %10.0f %10.0f %10.0f %9.1f%n",
        cell.format(),
        cell.depth(),
        cell.order(),
        cell.batchSize(),
        cell.batchCount(),
        cell.concurrency(),
        rows.size(),
        median(rates),
        rates[0],
        rates[rates.length - 1],
        median(rates(rows, row -> row.megabytesPerSecond().orElseThrow())));
  }

  /** Sorted. */
  private static double[] rates(List<TrialRow> rows, Function<TrialRow, Double> rate) {
    double[] rates = rows.stream().mapToDouble(rate::apply).toArray();
    Arrays.sort(rates);
    return rates;
  }

  private static double median(double[] sorted) {
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  /**
   * One line.
   *
   * @param page where the report is
   */
  String json(String page) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("run", run).put("rows", file).put("report", page).put("trials", trials);
    ArrayNode array = node.putArray("cells");
    cells.forEach(
        (cell, rows) -> {
          double[] rates = rates(rows, row -> row.imagesPerSecond().orElseThrow());
          array
              .addObject()
              .putPOJO("cell", cell)
              .put("trials", rows.size())
              .put("images_per_second_median", median(rates))
              .put("images_per_second_min", rates[0])
              .put("images_per_second_max", rates[rates.length - 1])
              .put(
                  "megabytes_per_second_median",
                  median(rates(rows, row -> row.megabytesPerSecond().orElseThrow())));
        });
    return Json.line(node) + System.lineSeparator();
  }
}
