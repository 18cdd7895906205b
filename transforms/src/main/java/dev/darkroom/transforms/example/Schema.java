package dev.darkroom.transforms.example;

import com.google.common.collect.ImmutableList;
import com.google.protobuf.CodedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;
import org.tensorflow.proto.Example;
import org.tensorflow.proto.Features;

/**
 * Which features a record has. The names and types are the contract with every reader; they stand
 * here and nowhere else. Thread-safe.
 */
@SuppressWarnings("ImmutableEnumChecker") // The functions of its features hold no state.
public enum Schema {
  /**
   * {@code image} bytes, {@code label} int64, {@code file_name} bytes: an image folder of
   * TensorFlow Datasets.
   */
  TFDS(Feature.image("image"), Feature.classLabel("label"), Feature.key("file_name")),

  /**
   * {@code image} bytes, {@code class} int64, {@code label} bytes, {@code size} int64[height,
   * width], {@code one_hot_class} float[classes]: all that readers of the flowers courses look for.
   */
  FLOWERS(
      Feature.image("image"),
      Feature.classLabel("class"),
      Feature.className("label"),
      Feature.heightAndWidth("size"),
      Feature.oneHot("one_hot_class"));

  private final ImmutableList<Feature> features;

  Schema(Feature... features) {
    this.features = ImmutableList.copyOf(features);
  }

  ImmutableList<Feature> features() {
    return features;
  }

  /** The schema with that {@link #id}. */
  public static Schema withId(String id) {
    return valueOf(id.toUpperCase(Locale.ROOT));
  }

  /** The schema's name in a manifest, in lower case. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The name of the feature that holds the encoded image. */
  public String imageFeature() {
    return find(Feature.Kind.IMAGE).orElseThrow();
  }

  /** The name of the feature that holds the class id. */
  public String classFeature() {
    return find(Feature.Kind.CLASS_LABEL).orElseThrow();
  }

  /**
   * The name of the feature that holds the image's key, or empty if records of this schema have
   * none.
   */
  Optional<String> keyFeature() {
    return find(Feature.Kind.KEY);
  }

  private Optional<String> find(Feature.Kind kind) {
    return features.stream().filter(f -> f.kind() == kind).map(Feature::name).findFirst();
  }

  /**
   * The record of an image: a serialised {@code tf.train.Example} whose features stand in the order
   * of their names, so that equal images give equal bytes.
   */
  public byte[] serialize(LabelledImage image) {
    Features.Builder map = Features.newBuilder();
    for (Feature feature : features) {
      map.putFeature(feature.name(), feature.value().apply(image));
    }
    Example example = Example.newBuilder().setFeatures(map).build();
    byte[] bytes = new byte[example.getSerializedSize()];
    CodedOutputStream out = CodedOutputStream.newInstance(bytes);
    out.useDeterministicSerialization();
    try {
      example.writeTo(out);
    } catch (IOException e) {
      throw new UncheckedIOException("an array of the computed size is too small", e);
    }
    out.checkNoSpaceLeft();
    return bytes;
  }
}
