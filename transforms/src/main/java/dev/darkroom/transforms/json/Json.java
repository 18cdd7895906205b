package dev.darkroom.transforms.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Values to JSON and back, by the annotations of their classes. Thread-safe. */
public final class Json {
  private static final JsonMapper MAPPER = new JsonMapper();

  private Json() {}

  /** One line of JSON. */
  public static String line(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("no JSON form: " + value.getClass(), e);
    }
  }

  /** Indented JSON that ends with a line break. */
  public static String pretty(Object value) {
    return MAPPER.valueToTree(value).toPrettyString() + "\n";
  }

  /**
   * Reads JSON.
   *
   * @throws JsonProcessingException if it is not that of a {@code type}
   */
  public static <T> T parse(String json, Class<T> type) throws JsonProcessingException {
    return MAPPER.readValue(json, type);
  }
}
