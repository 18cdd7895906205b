package dev.darkroom.transforms.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import dev.darkroom.transforms.image.spec.Fit;
import dev.darkroom.transforms.image.spec.OutputForm;
import dev.darkroom.transforms.image.spec.OutputFormat;
import java.util.Arrays;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tensorflow.proto.BytesList;
import org.tensorflow.proto.Example;
import org.tensorflow.proto.Feature;
import org.tensorflow.proto.Features;
import org.tensorflow.proto.FloatList;
import org.tensorflow.proto.Int64List;

class RecordCheckerTest {
  private static final String OTHER = "features are not those of the schema and the image";

  @ParameterizedTest
  @EnumSource
  void findsASoundRecordsClass(Schema schema) throws MalformedRecordException {
    assertEquals("tulips", checker(schema).check(schema.serialize(Examples.tulip())));
  }

  @ParameterizedTest
  @EnumSource
  void refusesWhatIsNoExample(Schema schema) {
    byte[] sound = schema.serialize(Examples.tulip());
    for (byte[] record : new byte[][] {{7}, {-1, -1, -1}, Arrays.copyOf(sound, sound.length - 1)}) {
      String message = messageOn(schema, record);
      assertTrue(message.startsWith("not a tf.train.Example: "), message);
    }
  }

  /** No byte at all is an example without features. */
  @Test
  void refusesAnEmptyRecord() {
    assertEquals("feature label is missing", messageOn(Schema.TFDS, new byte[0]));
    assertEquals("feature class is missing", messageOn(Schema.FLOWERS, new byte[0]));
  }

  @ParameterizedTest
  @CsvSource({
    "TFDS, image, feature image is missing",
    "TFDS, label, feature label is missing",
    "TFDS, file_name, feature file_name is missing",
    "FLOWERS, image, feature image is missing",
    "FLOWERS, class, feature class is missing",
    "FLOWERS, label, " + OTHER,
    "FLOWERS, size, " + OTHER,
    "FLOWERS, one_hot_class, " + OTHER,
  })
  void refusesAMissingFeature(Schema schema, String feature, String message) {
    assertEquals(message, messageOn(schema, changed(schema, map -> map.removeFeature(feature))));
  }

  @ParameterizedTest
  @CsvSource({
    "TFDS, image, image is not one byte string",
    "TFDS, label, label is not one int64",
    "TFDS, file_name, file_name is not one byte string",
    "FLOWERS, image, image is not one byte string",
    "FLOWERS, class, class is not one int64",
    "FLOWERS, label, " + OTHER,
    "FLOWERS, size, " + OTHER,
    "FLOWERS, one_hot_class, " + OTHER,
  })
  void refusesAFeatureOfAnotherKindOrCount(Schema schema, String name, String message) {
    Feature none = Feature.getDefaultInstance();
    Feature float1 = Feature.newBuilder().setFloatList(FloatList.newBuilder().addValue(1)).build();
    Feature two = twice(feature(schema, name));
    for (Feature value : new Feature[] {none, float1, two}) {
      assertEquals(message, messageOn(schema, changed(schema, map -> map.putFeature(name, value))));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, 4, 1L << 32, Long.MIN_VALUE, Long.MAX_VALUE})
  void refusesAClassThereIsNot(long id) {
    for (Schema schema : Schema.values()) {
      String name = schema.classFeature();
      assertEquals(
          name + " is " + id + ", there are 4 classes",
          messageOn(schema, changed(schema, map -> map.putFeature(name, int64(id)))));
    }
  }

  /** The tfds record says nothing else of the class, so there is nothing for it to contradict. */
  @Test
  void refusesAClassThatTheRecordContradicts() throws MalformedRecordException {
    assertEquals(
        OTHER,
        messageOn(
            Schema.FLOWERS, changed(Schema.FLOWERS, map -> map.putFeature("class", int64(1)))));
    assertEquals(
        "roses",
        checker(Schema.TFDS).check(changed(Schema.TFDS, map -> map.putFeature("label", int64(1)))));
  }

  @ParameterizedTest
  @EnumSource
  void refusesAnImageThatCannotBeDecoded(Schema schema) {
    byte[] jpeg = Examples.resource("images/tiny.jpg");

    assertEquals("image: the file has 0 bytes", messageOn(schema, withImage(schema, new byte[0])));
    assertEquals(
        "image: the first bytes are those of no known image format",
        messageOn(schema, withImage(schema, new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})));
    for (int length : new int[] {jpeg.length / 2, jpeg.length - 2}) {
      String message = messageOn(schema, withImage(schema, Arrays.copyOf(jpeg, length)));
      assertTrue(message.startsWith("image: "), message);
    }
  }

  @ParameterizedTest
  @EnumSource
  void refusesAnImageOfAnotherSize(Schema schema) {
    String message =
        messageOn(schema, withImage(schema, Examples.resource("images/one-pixel.jpg")));

    assertEquals("image is 1 pixels wide, not 16", message);
  }

  @ParameterizedTest
  @EnumSource
  void refusesAnImageOfAnotherFormat(Schema schema) {
    byte[] png = Examples.resource("images/tiny.png");

    assertEquals("image is PNG, not JPEG", messageOn(schema, withImage(schema, png)));
  }

  @ParameterizedTest
  @EnumSource
  void refusesAFeatureTooMany(Schema schema) {
    assertEquals(
        OTHER, messageOn(schema, changed(schema, map -> map.putFeature("more", int64(1)))));
  }

  @ParameterizedTest
  @CsvSource({"size", "one_hot_class"})
  void refusesOtherNumbers(String name) {
    Feature.Builder other = feature(Schema.FLOWERS, name).toBuilder();
    if (name.equals("size")) {
      other.getInt64ListBuilder().setValue(0, 16).setValue(1, 12);
    } else {
      other.getFloatListBuilder().setValue(2, 0.5f);
    }
    assertEquals(
        OTHER,
        messageOn(
            Schema.FLOWERS, changed(Schema.FLOWERS, map -> map.putFeature(name, other.build()))));
  }

  /** Equal to a parser, but not the bytes that are written here. */
  @Test
  void refusesAnotherEncodingOfTheSame() {
    byte[] sound = Schema.TFDS.serialize(Examples.tulip());
    byte[] padded = Arrays.copyOf(sound, sound.length + 2);
    padded[sound.length] = 15 << 3;

    assertEquals(OTHER, messageOn(Schema.TFDS, padded));
  }

  @Test
  void refusesAKeyThatIsNotUtf8() {
    assertEquals(
        OTHER,
        messageOn(
            Schema.TFDS,
            changed(
                Schema.TFDS,
                map -> map.putFeature("file_name", bytes(ByteString.fromHex("ff00fe"))))));
  }

  private static RecordChecker checker(Schema schema) {
    return new RecordChecker(
        schema,
        OutputForm.of(Examples.WIDTH, Examples.HEIGHT, Fit.COVER, true, OutputFormat.JPEG),
        Examples.LABELS);
  }

  private static String messageOn(Schema schema, byte[] record) {
    return assertThrows(MalformedRecordException.class, () -> checker(schema).check(record))
        .getMessage();
  }

  /** Deterministic, as all that is written: only the change makes the difference. */
  private static byte[] changed(Schema schema, Consumer<Features.Builder> change) {
    try {
      Features.Builder map =
          Example.parseFrom(schema.serialize(Examples.tulip())).getFeatures().toBuilder();
      change.accept(map);
      byte[] bytes = new byte[Example.newBuilder().setFeatures(map).build().getSerializedSize()];
      var out = com.google.protobuf.CodedOutputStream.newInstance(bytes);
      out.useDeterministicSerialization();
      Example.newBuilder().setFeatures(map).build().writeTo(out);
      return bytes;
    } catch (java.io.IOException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] withImage(Schema schema, byte[] image) {
    return changed(schema, map -> map.putFeature("image", bytes(ByteString.copyFrom(image))));
  }

  private static Feature feature(Schema schema, String name) {
    try {
      return Example.parseFrom(schema.serialize(Examples.tulip()))
          .getFeatures()
          .getFeatureOrThrow(name);
    } catch (InvalidProtocolBufferException e) {
      throw new AssertionError(e);
    }
  }

  private static Feature twice(Feature feature) {
    return feature.toBuilder().mergeFrom(feature).build();
  }

  private static Feature int64(long value) {
    return Feature.newBuilder().setInt64List(Int64List.newBuilder().addValue(value)).build();
  }

  private static Feature bytes(ByteString value) {
    return Feature.newBuilder().setBytesList(BytesList.newBuilder().addValue(value)).build();
  }
}
