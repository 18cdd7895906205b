package dev.darkroom.transforms.image.tensorflow;

import dev.darkroom.transforms.image.source.ImageFormat;
import dev.darkroom.transforms.image.spec.ImageSpec;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.TString;
import org.tensorflow.types.TUint8;
import org.tensorflow.types.family.TType;

/**
 * The ways from source files to pixels, and from pixels to files, side by side in one graph. Ways
 * to pixels are added when the first image needs them. A run executes only the way whose end it
 * fetches. Thread-safe.
 */
final class ConversionGraph {
  private final Graph graph = new Graph();
  private final Ops tf = Ops.create(graph);
  private final Map<Route, Output<TUint8>> routes = new ConcurrentHashMap<>();
  private final Output<TString> source = placeholder(TString.class, Shape.scalar());
  private final Output<TInt32> window = placeholder(TInt32.class, Shape.of(4));
  private final Output<TInt32> size = placeholder(TInt32.class, Shape.of(2));
  private final Output<TUint8> pixels =
      placeholder(TUint8.class, Shape.of(Shape.UNKNOWN_SIZE, Shape.UNKNOWN_SIZE, 3));
  private final Decoding decoding = new Decoding(tf, source, window);
  private final Resampling resampling;
  private final Output<TString> jpeg;
  private final Output<TString> png;
  private final Output<TString> exact;

  ConversionGraph(ImageSpec spec) {
    resampling = new Resampling(tf, spec, size);
    Encoding encoding = new Encoding(tf, spec);
    jpeg = encoding.jpeg(pixels);
    png = encoding.png(pixels);
    exact = encoding.jpeg(truncated(resampling.exact(decoding.asTensorFlowDoes(), window)));
  }

  Graph graph() {
    return graph;
  }

  /** A string scalar: the source file. */
  Output<TString> source() {
    return source;
  }

  /** int32[4]: y, x, height and width, in pixels of the image as decoded. */
  Output<TInt32> window() {
    return window;
  }

  /** uint8[height, width, 3]: an image to encode. */
  Output<TUint8> pixels() {
    return pixels;
  }

  /** A string scalar: the image as a file of this format. */
  Output<TString> encoded(ImageFormat format) {
    return format == ImageFormat.PNG ? png : jpeg;
  }

  /** int32[2]: height and width of the window's pixels once they are resampled. */
  Output<TInt32> size() {
    return size;
  }

  /** A string scalar: the output file of the exact way, whose window lies in the resized image. */
  Output<TString> exact() {
    return exact;
  }

  /** uint8[height, width, 3]: the window's pixels at their size, as the source stores them. */
  Output<TUint8> end(Route route) {
    return routes.computeIfAbsent(route, this::add);
  }

  private synchronized Output<TUint8> add(Route route) {
    return route.keepsSamples()
        ? decoding.decode(route).asOutput()
        : rounded(resampled(route)).asOutput();
  }

  private Operand<TUint8> rounded(Operand<TFloat32> image) {
    return truncated(tf.math.add(image, tf.constant(0.5f)));
  }

  private Operand<TUint8> truncated(Operand<TFloat32> image) {
    return tf.dtypes.cast(image, TUint8.class);
  }

  private Operand<TFloat32> resampled(Route route) {
    if (!route.deep()) {
      return resampling.resample(decoding.decode(route), route, 255);
    }
    return resampling.resample(decoding.decodeDeep(route), route, 65_535);
  }

  private <T extends TType> Output<T> placeholder(Class<T> type, Shape shape) {
    return tf.placeholder(type, Placeholder.shape(shape)).asOutput();
  }
}
