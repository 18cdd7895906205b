package dev.darkroom.transforms.example;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.auto.value.AutoValue;
import com.google.protobuf.UnsafeByteOperations;
import java.util.function.Function;
import org.tensorflow.proto.BytesList;
import org.tensorflow.proto.FloatList;
import org.tensorflow.proto.Int64List;

/**
 * One named value of a record: what it holds, and how TensorFlow Datasets describes it. Immutable.
 */
@AutoValue
abstract class Feature {
  /** What a feature is to a reader. */
  enum Kind {
    /** The encoded image, one byte string. */
    IMAGE,
    /** A class id from 0, one int64; its names are in a labels file. */
    CLASS_LABEL,
    /** The image's key, one byte string of UTF-8. */
    KEY,
    /** Other text, one byte string of UTF-8. */
    TEXT,
    /** A vector of int64. */
    INT64_VECTOR,
    /** A vector of float32 as long as there are classes. */
    FLOAT_PER_CLASS
  }

  abstract String name();

  abstract Kind kind();

  /** How many numbers a vector of fixed length has; otherwise 0. */
  abstract int length();

  abstract Function<LabelledImage, org.tensorflow.proto.Feature> value();

  static Feature image(String name) {
    return of(name, Kind.IMAGE, 0, image -> bytes(image.image().bytes()));
  }

  static Feature classLabel(String name) {
    return of(name, Kind.CLASS_LABEL, 0, image -> int64(image.labelId()));
  }

  static Feature key(String name) {
    return of(name, Kind.KEY, 0, image -> text(image.key()));
  }

  static Feature className(String name) {
    return of(name, Kind.TEXT, 0, image -> text(image.label()));
  }

  static Feature heightAndWidth(String name) {
    return of(
        name, Kind.INT64_VECTOR, 2, image -> int64(image.image().height(), image.image().width()));
  }

  static Feature oneHot(String name) {
    return of(name, Kind.FLOAT_PER_CLASS, 0, Feature::oneHot);
  }

  private static Feature of(
      String name,
      Kind kind,
      int length,
      Function<LabelledImage, org.tensorflow.proto.Feature> value) {
    return new AutoValue_Feature(name, kind, length, value);
  }

  private static org.tensorflow.proto.Feature text(String text) {
    return bytes(text.getBytes(UTF_8));
  }

  private static org.tensorflow.proto.Feature bytes(byte[] bytes) {
    return org.tensorflow.proto.Feature.newBuilder()
        .setBytesList(BytesList.newBuilder().addValue(UnsafeByteOperations.unsafeWrap(bytes)))
        .build();
  }

  private static org.tensorflow.proto.Feature int64(long... values) {
    Int64List.Builder list = Int64List.newBuilder();
    for (long value : values) {
      list.addValue(value);
    }
    return org.tensorflow.proto.Feature.newBuilder().setInt64List(list).build();
  }

  private static org.tensorflow.proto.Feature oneHot(LabelledImage image) {
    FloatList.Builder list = FloatList.newBuilder();
    for (int id = 0; id < image.classes(); id++) {
      list.addValue(id == image.labelId() ? 1 : 0);
    }
    return org.tensorflow.proto.Feature.newBuilder().setFloatList(list).build();
  }
}
