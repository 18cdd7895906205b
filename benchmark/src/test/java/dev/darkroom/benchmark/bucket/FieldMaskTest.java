package dev.darkroom.benchmark.bucket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import dev.darkroom.transforms.json.Json;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldMaskTest {
  private static final String RESPONSE =
      "{\"kind\":\"k\",\"items\":[{\"name\":\"a\",\"size\":\"1\",\"owner\":{\"id\":\"x\","
          + "\"entity\":\"y\"}},{\"name\":\"b\"}],\"next\":\"n\"}";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "kind             | {'kind':'k'}",
        "kind,next        | {'kind':'k','next':'n'}",
        "items/name       | {'items':[{'name':'a'},{'name':'b'}]}",
        "items(name,size) | {'items':[{'name':'a','size':'1'},{'name':'b'}]}",
        "items(owner/id),kind | {'kind':'k','items':[{'owner':{'id':'x'}},{}]}",
        "items/owner(id,entity) | {'items':[{'owner':{'id':'x','entity':'y'}},{}]}",
        "items(*)/none    | !",
        "*/owner          | {'kind':'k','items':[{'owner':{'id':'x','entity':'y'}},{}],'next':'n'}",
        "none             | {}",
      })
  void keepsWhatIsWanted(String fields, String expected) throws Exception {
    if (expected.equals("!")) {
      assertThrows(ApiException.class, () -> FieldMask.parse(fields));
    } else {
      JsonNode kept = FieldMask.parse(fields).apply(Json.parse(RESPONSE, JsonNode.class));
      assertEquals(expected.replace('\'', '"'), kept.toString());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ",", "a,", "a(", "a(b", "a)", "a()", "a//b", "a(b))"})
  void refusesWhatItCannotRead(String fields) {
    assertThrows(ApiException.class, () -> FieldMask.parse(fields));
  }
}
