package dev.darkroom.transforms.example;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.protobuf.ByteString;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tensorflow.proto.Example;
import org.tensorflow.proto.Feature;

class SchemaTest {
  private static final byte[] IMAGE = Examples.resource("images/tiny.jpg");

  /** Written by Python, in the order of the names. */
  @ParameterizedTest
  @EnumSource
  void writesTheBytesThatPythonWrites(Schema schema) {
    assertArrayEquals(
        Examples.resource("example/" + schema.name().toLowerCase(java.util.Locale.ROOT) + ".bin"),
        schema.serialize(Examples.tulip()));
  }

  @Test
  void tfdsIsAnImageFolder() throws Exception {
    Map<String, Feature> features = parse(Schema.TFDS);

    assertEquals(Set.of("image", "label", "file_name"), features.keySet());
    assertEquals(List.of(ByteString.copyFrom(IMAGE)), bytes(features, "image"));
    assertEquals(List.of(2L), features.get("label").getInt64List().getValueList());
    assertEquals(List.of(ByteString.copyFromUtf8(Examples.KEY)), bytes(features, "file_name"));
    assertEquals("image", Schema.TFDS.imageFeature());
    assertEquals("label", Schema.TFDS.classFeature());
    assertEquals(Optional.of("file_name"), Schema.TFDS.keyFeature());
  }

  @Test
  void flowersIsThatOfTheCourses() throws Exception {
    Map<String, Feature> features = parse(Schema.FLOWERS);

    assertEquals(Set.of("image", "class", "label", "size", "one_hot_class"), features.keySet());
    assertEquals(List.of(ByteString.copyFrom(IMAGE)), bytes(features, "image"));
    assertEquals(List.of(2L), features.get("class").getInt64List().getValueList());
    assertEquals(List.of(ByteString.copyFrom("tulips", UTF_8)), bytes(features, "label"));
    assertEquals(
        List.of((long) Examples.HEIGHT, (long) Examples.WIDTH),
        features.get("size").getInt64List().getValueList());
    assertEquals(
        List.of(0f, 0f, 1f, 0f), features.get("one_hot_class").getFloatList().getValueList());
    assertEquals("image", Schema.FLOWERS.imageFeature());
    assertEquals("class", Schema.FLOWERS.classFeature());
    assertEquals(Optional.empty(), Schema.FLOWERS.keyFeature());
  }

  @ParameterizedTest
  @EnumSource
  void equalImagesGiveEqualBytes(Schema schema) {
    byte[] first = schema.serialize(Examples.tulip());
    for (int i = 0; i < 20; i++) {
      assertArrayEquals(first, schema.serialize(Examples.tulip()));
    }
  }

  private static Map<String, Feature> parse(Schema schema) throws Exception {
    return Example.parseFrom(schema.serialize(Examples.tulip())).getFeatures().getFeatureMap();
  }

  private static List<ByteString> bytes(Map<String, Feature> features, String name) {
    return features.get(name).getBytesList().getValueList();
  }
}
