package dev.darkroom.benchmark.results;

import com.fasterxml.jackson.databind.JsonNode;
import dev.darkroom.transforms.json.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Rows as one flat table: the columns of the JSON form, stages and environment spread over columns
 * such as {@code open_micros.p50} and {@code environment.cpu}, the settings as one JSON object.
 * Every table has the same columns; what a trial does not have is an empty field.
 */
final class TrialTable {
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();
  private static final List<String> SUMMARY =
      List.of("count", "sum", "min", "max", "p50", "p90", "p99");

  private TrialTable() {}

  static String csv(List<TrialRow> rows) throws IOException {
    StringBuilder text = new StringBuilder();
    try (CSVPrinter printer = new CSVPrinter(text, FORMAT)) {
      for (int i = 0; i < rows.size(); i++) {
        List<String> names = new ArrayList<>();
        List<String> values = new ArrayList<>();
        flatten(Json.parse(rows.get(i).toJson(), JsonNode.class), names, values);
        if (i == 0) {
          printer.printRecord(names);
        }
        printer.printRecord(values);
      }
    }
    return text.toString();
  }

  private static void flatten(JsonNode row, List<String> names, List<String> values) {
    for (Iterator<Map.Entry<String, JsonNode>> fields = row.fields(); fields.hasNext(); ) {
      Map.Entry<String, JsonNode> field = fields.next();
      switch (field.getKey()) {
        case "stages":
          for (Stage stage : Stage.values()) {
            JsonNode summary = field.getValue().path(stage.metric());
            for (String part : SUMMARY) {
              add(stage.metric() + "." + part, summary.path(part), names, values);
            }
          }
          break;
        case "environment":
          field
              .getValue()
              .fields()
              .forEachRemaining(
                  fact -> add("environment." + fact.getKey(), fact.getValue(), names, values));
          break;
        default:
          add(field.getKey(), field.getValue(), names, values);
      }
    }
  }

  private static void add(String name, JsonNode value, List<String> names, List<String> values) {
    names.add(name);
    boolean absent = value.isMissingNode() || value.isNull();
    values.add(absent ? "" : value.isValueNode() ? value.asText() : value.toString());
  }
}
