package dev.darkroom.transforms.example;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import dev.darkroom.transforms.image.EncodedImage;
import dev.darkroom.transforms.image.StoredImage;
import dev.darkroom.transforms.image.source.ImageFormat;
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
  private final int width;
  private final int height;
  private final List<String> labels;

  /** Checks for images of one size, in pixels, and the given classes. */
  public RecordChecker(Schema schema, int width, int height, List<String> labels) {
    this.schema = schema;
    this.width = width;
    this.height = height;
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
    if (image.format() != ImageFormat.JPEG) {
      throw new MalformedRecordException(
          "image is " + image.format().displayName() + ", not " + ImageFormat.JPEG.displayName());
    }
    if (image.width() != width || image.height() != height) {
      throw new MalformedRecordException(
          String.format("image is %dx%d, not %dx%d", image.width(), image.height(), width, height));
    }
    return image;
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
