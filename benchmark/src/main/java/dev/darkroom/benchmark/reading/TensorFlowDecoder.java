package dev.darkroom.benchmark.reading;

import dev.darkroom.transforms.image.ImageFormat;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.tensorflow.Graph;
import org.tensorflow.Output;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.exceptions.TFInvalidArgumentException;
import org.tensorflow.ndarray.NdArrays;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.image.DecodeJpeg;
import org.tensorflow.op.image.DecodePng;
import org.tensorflow.op.image.ResizeBilinear;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.TString;
import org.tensorflow.types.TUint8;
import org.tensorflow.types.family.TNumber;
import org.tensorflow.types.family.TType;

/**
 * TensorFlow's own decoding and scaling, as a trainer does it on every read. One session for the
 * process, which runs every operation on the calling thread (intra-op 1, inter-op -1), so that the
 * reads in flight are the trial's and no others.
 */
final class TensorFlowDecoder implements ImageDecoder {
  private static final class Holder {
    private static final TensorFlowDecoder ONLY = new TensorFlowDecoder();
  }

  private final Graph graph = new Graph();
  private final Output<TString> source;
  private final Output<TUint8> jpeg;
  private final Output<TUint8> png;
  private final Output<TUint8> pixels;
  private final Output<TInt32> size;
  private final Output<TFloat32> resized;
  private final Session session;

  private TensorFlowDecoder() {
    Ops tf = Ops.create(graph);
    source = tf.placeholder(TString.class, Placeholder.shape(Shape.scalar())).asOutput();
    jpeg =
        tf.image
            .decodeJpeg(source, DecodeJpeg.channels(3L).dctMethod("INTEGER_ACCURATE"))
            .asOutput();
    png = tf.image.decodePng(source, TUint8.class, DecodePng.channels(3L)).asOutput();
    pixels = tf.placeholder(TUint8.class).asOutput();
    size = tf.placeholder(TInt32.class, Placeholder.shape(Shape.of(2))).asOutput();
    resized =
        tf.image
            .resizeBilinear(
                tf.expandDims(pixels, tf.constant(0)), size, ResizeBilinear.halfPixelCenters(true))
            .asOutput();
    ConfigProto callersThread =
        ConfigProto.newBuilder()
            .setIntraOpParallelismThreads(1)
            .setInterOpParallelismThreads(-1)
            .build();
    session = new Session(graph, callersThread);
    runOnce("jpg");
    runOnce("png");
  }

  /** A session prepares itself, and logs, on the first run of each kind. */
  private void runOnce(String format) {
    ByteArrayOutputStream encoded = new ByteArrayOutputStream();
    try {
      ImageIO.write(new BufferedImage(2, 2, BufferedImage.TYPE_INT_RGB), format, encoded);
      try (Pixels decoded = decode(encoded.toByteArray())) {
        decoded.resize(1, 1).close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("no " + format + " of our own can be decoded", e);
    }
  }

  /** The only one; the first call loads TensorFlow's native library, which takes seconds. */
  static ImageDecoder open() {
    try {
      return Holder.ONLY;
    } catch (LinkageError e) {
      throw new IllegalStateException(
          "decoding needs TensorFlow's native library, which does not load here: " + e, e);
    }
  }

  @Override
  public Pixels decode(byte[] encoded) throws IOException {
    Optional<ImageFormat> format = ImageFormat.sniff(encoded);
    if (!format.equals(Optional.of(ImageFormat.JPEG))
        && !format.equals(Optional.of(ImageFormat.PNG))) {
      throw new IOException(
          "decodes JPEG and PNG, this is "
              + format.map(ImageFormat::displayName).orElse("no image"));
    }
    Output<TUint8> decode = format.get() == ImageFormat.JPEG ? jpeg : png;
    try (TString bytes = TString.tensorOfBytes(NdArrays.scalarOfObject(encoded))) {
      return new Tensors(session.runner().feed(source, bytes).fetch(decode).run());
    } catch (TFInvalidArgumentException e) {
      throw new IOException("broken " + format.get().displayName() + ": " + e.getMessage(), e);
    }
  }

  private final class Tensors implements Pixels {
    private final Result result;
    private final TNumber tensor;

    Tensors(Result result) {
      this.result = result;
      this.tensor = (TNumber) result.get(0);
    }

    @Override
    public long height() {
      return tensor.shape().get(tensor.shape().numDimensions() - 3);
    }

    @Override
    public long width() {
      return tensor.shape().get(tensor.shape().numDimensions() - 2);
    }

    @Override
    public Pixels resize(int width, int height) {
      try (TInt32 target = TInt32.vectorOf(height, width)) {
        return new Tensors(
            session.runner().feed(pixels, (TType) tensor).feed(size, target).fetch(resized).run());
      }
    }

    @Override
    public void close() {
      result.close();
    }
  }
}
