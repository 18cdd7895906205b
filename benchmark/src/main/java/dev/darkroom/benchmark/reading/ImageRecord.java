package dev.darkroom.benchmark.reading;

import com.google.common.collect.ImmutableList;
import com.google.protobuf.ByteString;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnsafeByteOperations;
import java.io.IOException;
import java.util.Map;
import javax.annotation.Nullable;
import org.tensorflow.proto.Example;
import org.tensorflow.proto.Feature;

/** What a {@code tf.train.Example} holds of an image. Immutable. */
final class ImageRecord {
  private static final ImmutableList<String> IMAGES = ImmutableList.of("image", "image/encoded");
  private static final ImmutableList<String> NAMES =
      ImmutableList.of("file_name", "image/filename");

  private final byte[] image;
  @Nullable private final String name;

  private ImageRecord(byte[] image, @Nullable String name) {
    this.image = image;
    this.name = name;
  }

  /**
   * Takes the image out of its record; the image is copied, nothing else is.
   *
   * @throws IOException if the record is no Example, or one without an image
   */
  static ImageRecord parse(byte[] record) throws IOException {
    Map<String, Feature> features;
    try {
      CodedInputStream in = UnsafeByteOperations.unsafeWrap(record).newCodedInput();
      in.enableAliasing(true);
      features = Example.parseFrom(in).getFeatures().getFeatureMap();
    } catch (InvalidProtocolBufferException e) {
      throw new IOException("not a tf.train.Example: " + e.getMessage(), e);
    }
    ByteString image = find(features, IMAGES);
    if (image == null) {
      throw new IOException("a record without a feature of the name " + IMAGES);
    }
    ByteString name = find(features, NAMES);
    return new ImageRecord(image.toByteArray(), name == null ? null : name.toStringUtf8());
  }

  @Nullable
  private static ByteString find(Map<String, Feature> features, Iterable<String> names) {
    for (String name : names) {
      Feature feature = features.get(name);
      if (feature != null && feature.getBytesList().getValueCount() == 1) {
        return feature.getBytesList().getValue(0);
      }
    }
    return null;
  }

  /** The encoded image. */
  byte[] image() {
    return image;
  }

  /** The file it was made from, as a path below the collection's root; null if it does not say. */
  @Nullable
  String name() {
    return name;
  }
}
