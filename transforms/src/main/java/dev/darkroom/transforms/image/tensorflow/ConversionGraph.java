package dev.darkroom.transforms.image.tensorflow;

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
 * The ways from a source file to an output file, side by side in one graph, each added when the
 * first image needs it. A run executes only the way whose end it fetches. Thread-safe.
 */
final class ConversionGraph {
  private final Graph graph = new Graph();
  private final Ops tf = Ops.create(graph);
  private final Map<Route, Output<TString>> routes = new ConcurrentHashMap<>();
  private final Output<TString> source = placeholder(TString.class, Shape.scalar());
  private final Output<TInt32> window = placeholder(TInt32.class, Shape.of(4));
  private final Output<TInt32> size = placeholder(TInt32.class, Shape.of(2));
  private final Output<TUint8> pixels =
      placeholder(TUint8.class, Shape.of(Shape.UNKNOWN_SIZE, Shape.UNKNOWN_SIZE, 3));
  private final Output<TInt32> padding = placeholder(TInt32.class, Shape.of(3, 2));
  private final Decoding decoding = new Decoding(tf, source, window, pixels);
  private final Resampling resampling;
  private final Finishing finishing;
  private final Output<TString> exact;

  ConversionGraph(ImageSpec spec) {
    resampling = new Resampling(tf, spec, size);
    finishing = new Finishing(tf, spec, padding);
    exact = finishing.encodeAsDecoded(resampling.exact(decoding.asTensorFlowDoes(), window));
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

  /** uint8[height, width, 3]: the window's pixels, on routes that have no source. */
  Output<TUint8> pixels() {
    return pixels;
  }

  /** int32[2]: height and width of the window's pixels once they are resampled. */
  Output<TInt32> size() {
    return size;
  }

  /** int32[3, 2]: rows, columns and channels to add, before and behind. */
  Output<TInt32> padding() {
    return padding;
  }

  /** A string scalar: the output file of the exact way, whose window lies in the resized image. */
  Output<TString> exact() {
    return exact;
  }

  /** A string scalar: the output file. */
  Output<TString> end(Route route) {
    return routes.computeIfAbsent(route, this::add);
  }

  private synchronized Output<TString> add(Route route) {
    if (route.keepsSamples()) {
      return finishing.encode(decoding.decode(route), route.output());
    }
    Operand<TFloat32> shown = finishing.orient(resampled(route), route.orientation());
    Operand<TUint8> finished = finishing.round(route.padded() ? finishing.pad(shown) : shown);
    return finishing.encode(finished, route.output());
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
