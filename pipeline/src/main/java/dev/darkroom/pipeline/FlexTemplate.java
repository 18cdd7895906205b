package dev.darkroom.pipeline;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.pipeline.convert.ConvertOptions;
import dev.darkroom.transforms.cli.Flag;
import dev.darkroom.transforms.json.Json;
import java.util.List;
import java.util.Optional;

/**
 * The metadata of a Dataflow Flex Template of {@code convert}: every flag with its help text and
 * what its values look like, so that Google's console and API check them before anything starts.
 */
public final class FlexTemplate {
  /** No worker sees another disk. */
  private static final List<String> PLACES = List.of("input", "output");

  private FlexTemplate() {}

  /** Prints the metadata. */
  public static void main(String[] arguments) {
    System.out.print(metadata());
  }

  /** The metadata, as indented JSON. */
  static String metadata() {
    ObjectNode template = JsonNodeFactory.instance.objectNode();
    template.put("name", "Darkroom: images to TFRecords");
    template.put(
        "description", "Turns a collection of images into a dataset of sharded TFRecords.");
    ArrayNode parameters = template.putArray("parameters");
    for (Flag flag : Flag.allOf(ConvertOptions.class)) {
      ObjectNode parameter = parameters.addObject();
      parameter.put("name", flag.name());
      parameter.put("label", flag.name());
      parameter.put("helpText", flag.description());
      parameter.put("isOptional", !flag.isRequired());
      flag.defaultValue().ifPresent(value -> parameter.put("defaultValue", value));
      regex(flag).ifPresent(regex -> parameter.putArray("regexes").add(regex));
    }
    return Json.pretty(template);
  }

  private static Optional<String> regex(Flag flag) {
    Class<?> type = flag.type();
    if (PLACES.contains(flag.name())) {
      return Optional.of("^gs://[^,]+(,gs://[^,]+)*$");
    }
    if (type == boolean.class || type == Boolean.class) {
      return Optional.of("^(true|false)$");
    }
    if (type == double.class || type == Double.class) {
      return Optional.of("^[0-9]+(\\.[0-9]+)?$");
    }
    boolean whole = type == int.class || type == Integer.class;
    return whole || type == long.class || type == Long.class
        ? Optional.of("^-?[0-9]+$")
        : Optional.empty();
  }
}
