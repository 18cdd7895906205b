package dev.darkroom.transforms.example;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import dev.darkroom.transforms.image.EncodedImage;
import dev.darkroom.transforms.image.StoredImage;
import dev.darkroom.transforms.image.source.ImageFormat;
import dev.darkroom.transforms.image.spec.OutputForm;
import dev.darkroom.transforms.rejection.RejectedException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.tensorflow.proto.Example;
import org.tensorflow.proto.Feature;

/**
 * Checks records of one dataset. A sound record is, to the byte, what would be written for the
 * image, the class id and the key that it holds itself. Thread-safe.
 */
public final class RecordChecker {
  private final Schema schema;
  private final OutputForm form;
  private final List<String> labels;

  /** Checks for images of one form and the given classes. */
  public RecordChecker(Schema schema, OutputForm form, List<String> labels) {
    this.schema = schema;
    this.form = form;
    this.labels = List.copyOf(labels);
  }

  /**
   * Checks one record.
   *
   * @return the name of its class
   * @throws MalformedRecordException saying what is wrong with it
   */
  public String check(byte[] record) throws MalformedRecordException {
    Example example;
    try {
      example = Example.parseFrom(record);
    } catch (InvalidProtocolBufferException e) {
      throw new MalformedRecordException("not a tf.train.Example: " + e.getMessage(), e);
    }
    int labelId = labelId(example);
    LabelledImage image =
        LabelledImage.of(image(example), key(example), labels.get(labelId), labelId, labels.size());
    if (!Arrays.equals(schema.serialize(image), record)) {
      throw new MalformedRecordException("features are not those of the schema and the image");
    }
    return image.label();
  }

  private int labelId(Example example) throws MalformedRecordException {
    Feature feature = feature(example, schema.classFeature());
    if (feature.getInt64List().getValueCount() != 1) {
      throw new MalformedRecordException(schema.classFeature() + " is not one int64");
    }
    long id = feature.getInt64List().getValue(0);
    if (id < 0 || id >= labels.size()) {
      throw new MalformedRecordException(
          schema.classFeature() + " is " + id + ", there are " + labels.size() + " classes");
    }
    return (int) id;
  }

  private EncodedImage image(Example example) throws MalformedRecordException {
    EncodedImage image;
    try {
      image = StoredImage.decode(bytes(example, schema.imageFeature()).toByteArray());
    } catch (RejectedException e) {
      throw new MalformedRecordException("image: " + e.getMessage(), e);
    }
    Optional<ImageFormat> format = form.format();
    if (format.isPresent() && image.format() != format.get()) {
      throw new MalformedRecordException(
          "image is " + image.format().displayName() + ", not " + format.get().displayName());
    }
    checkSide("wide", image.width(), form.width());
    checkSide("high", image.height(), form.height());
    return image;
  }

  private static void checkSide(String what, int pixels, int expected)
      throws MalformedRecordException {
    if (expected != -1 && pixels != expected) {
      throw new MalformedRecordException(
          String.format("image is %d pixels %s, not %d", pixels, what, expected));
    }
  }

  private String key(Example example) throws MalformedRecordException {
    Optional<String> name = schema.keyFeature();
    return name.isPresent() ? bytes(example, name.get()).toStringUtf8() : "";
  }

  private static ByteString bytes(Example example, String name) throws MalformedRecordException {
    Feature feature = feature(example, name);
    if (feature.getBytesList().getValueCount() != 1) {
      throw new MalformedRecordException(name + " is not one byte string");
    }
    return feature.getBytesList().getValue(0);
  }

  private static Feature feature(Example example, String name) throws MalformedRecordException {
    Feature feature = example.getFeatures().getFeatureMap().get(name);
    if (feature == null) {
      throw new MalformedRecordException("feature " + name + " is missing");
    }
    return feature;
  }
}
