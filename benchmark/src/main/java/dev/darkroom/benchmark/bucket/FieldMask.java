package dev.darkroom.benchmark.bucket;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;

/** The parts of a response that are wanted, such as {@code items(name,size),nextPageToken}. */
final class FieldMask {
  private static final String ANY = "*";

  /** None means all. */
  private final Map<String, FieldMask> fields = new TreeMap<>();

  private FieldMask() {}

  /**
   * Reads the parameter {@code fields}.
   *
   * @throws ApiException if it is not of that form
   */
  static FieldMask parse(String text) throws ApiException {
    FieldMask mask = new FieldMask();
    int end = mask.read(text, 0);
    if (end != text.length()) {
      throw ApiException.invalid("Invalid field selection " + text);
    }
    return mask;
  }

  /** Reads fields up to the end or a closing bracket, and tells where that is. */
  private int read(String text, int begin) throws ApiException {
    int at = begin;
    while (true) {
      FieldMask inner = this;
      int nameEnd;
      do {
        nameEnd = at;
        while (nameEnd < text.length() && ",()/".indexOf(text.charAt(nameEnd)) < 0) {
          nameEnd++;
        }
        String name = text.substring(at, nameEnd).trim();
        if (name.isEmpty()) {
          throw ApiException.invalid("Invalid field selection " + text);
        }
        inner = inner.fields.computeIfAbsent(name, key -> new FieldMask());
        at = nameEnd + 1;
      } while (nameEnd < text.length() && text.charAt(nameEnd) == '/');
      if (nameEnd < text.length() && text.charAt(nameEnd) == '(') {
        nameEnd = inner.read(text, at);
        if (nameEnd == text.length() || text.charAt(nameEnd) != ')') {
          throw ApiException.invalid("Invalid field selection " + text);
        }
        nameEnd++;
      }
      if (nameEnd == text.length() || text.charAt(nameEnd) != ',') {
        return nameEnd;
      }
      at = nameEnd + 1;
    }
  }

  /** What is wanted of a response. */
  JsonNode apply(JsonNode node) {
    if (fields.isEmpty() || !node.isContainerNode()) {
      return node;
    }
    if (node.isArray()) {
      ArrayNode kept = JsonNodeFactory.instance.arrayNode();
      node.forEach(element -> kept.add(apply(element)));
      return kept;
    }
    ObjectNode kept = JsonNodeFactory.instance.objectNode();
    for (Iterator<Map.Entry<String, JsonNode>> i = node.fields(); i.hasNext(); ) {
      Map.Entry<String, JsonNode> field = i.next();
      FieldMask mask = fields.getOrDefault(field.getKey(), fields.get(ANY));
      if (mask != null) {
        kept.set(field.getKey(), mask.apply(field.getValue()));
      }
    }
    return kept;
  }
}
