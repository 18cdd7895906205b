package dev.darkroom.benchmark.measure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.darkroom.transforms.cli.FlagChecks;
import dev.darkroom.transforms.dataset.ImageInput;
import dev.darkroom.transforms.json.Json;
import dev.darkroom.transforms.storage.StoredFiles;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** Reads {@code --plan}: a JSON array of objects, or CSV with a header. */
final class PlanFile {
  private static final String FLAG = "plan";
  private static final CSVFormat CSV =
      CSVFormat.RFC4180
          .builder()
          .setHeader()
          .setSkipHeaderRecord(true)
          .setIgnoreEmptyLines(true)
          .setTrim(true)
          .get();

  private final FlagChecks check;

  PlanFile(FlagChecks check) {
    this.check = check;
  }

  /** The rows, each a value by column; what is wrong goes to the checks. */
  List<Map<String, String>> rows(String given) throws IOException {
    String uri = ImageInput.isLocal(given) ? Paths.get(given).toAbsolutePath().toString() : given;
    Optional<String> text = StoredFiles.textIfPresent(uri);
    if (!text.isPresent()) {
      check.fail(FLAG, "there is no file " + given);
      return List.of();
    }
    return given.endsWith(".json") ? json(text.get()) : csv(text.get());
  }

  private List<Map<String, String>> json(String text) {
    List<Map<String, String>> rows = new ArrayList<>();
    try {
      for (JsonNode node : Json.parse(text, JsonNode.class)) {
        Map<String, String> row = new LinkedHashMap<>();
        node.fields().forEachRemaining(e -> row.put(e.getKey(), e.getValue().asText()));
        rows.add(row);
      }
    } catch (JsonProcessingException e) {
      check.fail(FLAG, e.getOriginalMessage());
    }
    return rows;
  }

  private static List<Map<String, String>> csv(String text) throws IOException {
    List<Map<String, String>> rows = new ArrayList<>();
    for (CSVRecord record : CSV.parse(new StringReader(text))) {
      rows.add(record.toMap());
    }
    return rows;
  }
}
