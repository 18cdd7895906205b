package dev.darkroom.benchmark.images;

import java.util.List;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Session;
import org.tensorflow.Tensor;
import org.tensorflow.ndarray.NdArrays;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.Squeeze;
import org.tensorflow.op.image.EncodeJpeg;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.TString;
import org.tensorflow.types.TUint8;
import org.tensorflow.types.family.TType;

/** A TensorFlow graph of its own, whose session runs on the calling thread alone. */
final class PlainGraph {
  /** The shape of an RGB image of any size. */
  static final Shape RGB = Shape.of(Shape.UNKNOWN_SIZE, Shape.UNKNOWN_SIZE, 3);

  private static final ConfigProto CALLERS_THREAD =
      ConfigProto.newBuilder()
          .setIntraOpParallelismThreads(1)
          .setInterOpParallelismThreads(-1)
          .build();

  private final Graph graph = new Graph();
  private final Ops tf = Ops.create(graph);
  private final Session session = new Session(graph, CALLERS_THREAD);

  Ops tf() {
    return tf;
  }

  Session.Runner runner() {
    return session.runner();
  }

  <T extends TType> Operand<T> placeholder(Class<T> type, Shape shape) {
    return tf.placeholder(type, Placeholder.shape(shape));
  }

  /** A batch of one. */
  <T extends TType> Operand<T> batch(Operand<T> image) {
    return tf.expandDims(image, tf.constant(0));
  }

  /** The one image of a batch. */
  <T extends TType> Operand<T> single(Operand<T> batch) {
    return tf.squeeze(batch, Squeeze.axis(List.of(0L)));
  }

  Operand<TUint8> cast(Operand<TFloat32> image) {
    return tf.dtypes.cast(image, TUint8.class);
  }

  /** As the engine encodes: quality 95, 4:4:4, Huffman tables made for the image. */
  Operand<TString> encode(Operand<TUint8> image) {
    return tf.image.encodeJpeg(
        image, EncodeJpeg.quality(95L).optimizeSize(true).chromaDownsampling(false));
  }

  static TString string(byte[] bytes) {
    return TString.tensorOfBytes(NdArrays.scalarOfObject(bytes));
  }

  /** A string that a run gave. */
  static byte[] bytes(Tensor string) {
    return ((TString) string).asBytes().getObject();
  }

  static TInt32 ints(int... values) {
    return TInt32.vectorOf(values);
  }
}
