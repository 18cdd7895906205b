package dev.darkroom.benchmark.statistics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** One case of what SciPy, statsmodels and NumPy calculated; see {@code make_statistics.py}. */
record Golden(JsonNode fields) {
  private static final JsonNode ALL = read();

  static Stream<Golden> cases(String name) {
    return StreamSupport.stream(ALL.required(name).spliterator(), false).map(Golden::new);
  }

  private static JsonNode read() {
    try (InputStream in = Golden.class.getResourceAsStream("/statistics/golden.json")) {
      return new ObjectMapper().readTree(in);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  double number(String field) {
    return fields.required(field).asDouble();
  }

  double[] numbers(String field) {
    return numbers(fields.required(field));
  }

  static double[] numbers(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false)
        .mapToDouble(JsonNode::asDouble)
        .toArray();
  }

  @Override
  public String toString() {
    return fields.path("name").asText(fields.path("sample").size() + " values");
  }
}
