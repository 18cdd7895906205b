package dev.darkroom.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.darkroom.transforms.json.Json;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The metadata against the program: what it lets through, the command line takes. */
class FlexTemplateTest {
  private static final Map<String, JsonNode> PARAMETERS = new HashMap<>();

  @BeforeAll
  static void parse() throws IOException {
    Json.parse(FlexTemplate.metadata(), JsonNode.class)
        .get("parameters")
        .forEach(parameter -> PARAMETERS.put(parameter.get("name").asText(), parameter));
  }

  @Test
  void everyFlagOfTheHelpIsAParameter() {
    long flags =
        Run.of("convert", "--help").out().lines().filter(line -> line.startsWith("  --")).count();

    assertEquals(flags - 1, PARAMETERS.size(), "all but --runner, which the template chooses");
    assertTrue(PARAMETERS.containsKey("connectTimeout"));
    assertTrue(PARAMETERS.containsKey("labels"), "by the name that users type");
  }

  @Test
  void onlyPlacesAreRequired() {
    PARAMETERS.forEach(
        (name, parameter) ->
            assertEquals(
                !name.equals("input") && !name.equals("output"),
                parameter.get("isOptional").asBoolean(),
                name));
  }

  @Test
  void defaultsMatchTheirRegexes() {
    for (JsonNode parameter : PARAMETERS.values()) {
      if (parameter.has("defaultValue") && parameter.has("regexes")) {
        String value = parameter.get("defaultValue").asText();
        assertTrue(value.matches(regex(parameter)), parameter.toString());
      }
    }
  }

  @Test
  void regexesRefuse() {
    assertFalse("photos/".matches(regex(PARAMETERS.get("input"))));
    assertTrue("gs://a/b,gs://c/*.jpg".matches(regex(PARAMETERS.get("input"))));
    assertFalse("wide".matches(regex(PARAMETERS.get("width"))));
    assertFalse("yes".matches(regex(PARAMETERS.get("exact"))));
    assertFalse("few".matches(regex(PARAMETERS.get("maxRejectRatio"))));
  }

  private static String regex(JsonNode parameter) {
    return parameter.at("/regexes/0").asText();
  }
}
