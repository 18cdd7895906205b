package dev.darkroom.transforms.image;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.image.DecodeAndCropJpeg;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.TString;
import org.tensorflow.types.TUint8;

/**
 * Every way from a source file to an output file, side by side in one static graph. A run executes
 * only the way whose end it fetches.
 */
final class ConversionGraph {
  private final Graph graph = new Graph();
  private final Output<TString> source;
  private final Output<TInt32> window;
  private final Map<Scaling, Map<Orientation, Output<TString>>> jpeg = new EnumMap<>(Scaling.class);
  private final Map<Scaling, Output<TString>> opaquePng = new EnumMap<>(Scaling.class);
  private final Map<Scaling, Output<TString>> transparentPng = new EnumMap<>(Scaling.class);

  ConversionGraph(ImageSpec spec) {
    Ops tf = Ops.create(graph);
    PixelOps ops = new PixelOps(tf, spec);
    source = tf.placeholder(TString.class, Placeholder.shape(Shape.scalar())).asOutput();
    window = tf.placeholder(TInt32.class, Placeholder.shape(Shape.of(4))).asOutput();
    for (Scaling scaling : Scaling.values()) {
      jpeg.put(scaling, jpegRoutes(tf, ops, scaling));
    }
    for (Scaling scaling : EnumSet.of(Scaling.FULL, Scaling.ENLARGE)) {
      Operand<TFloat32> opaque = ops.resize(ops.decodePng(source, window, 3), scaling, false);
      opaquePng.put(scaling, ops.encode(opaque));
      Operand<TFloat32> flat = ops.flatten(ops.decodePng(source, window, 4), scaling);
      transparentPng.put(scaling, ops.encode(flat));
    }
  }

  private Map<Orientation, Output<TString>> jpegRoutes(Ops tf, PixelOps ops, Scaling scaling) {
    // INTEGER_FAST costs 2 % less than INTEGER_ACCURATE and differs from it by up to 21 levels.
    Operand<TUint8> decoded =
        tf.image.decodeAndCropJpeg(
            source,
            window,
            DecodeAndCropJpeg.channels(3L)
                .ratio((long) scaling.ratio())
                .dctMethod("INTEGER_ACCURATE"));
    Operand<TFloat32> across = ops.resize(decoded, scaling, false);
    Operand<TFloat32> turned = ops.resize(decoded, scaling, true);
    Map<Orientation, Output<TString>> routes = new EnumMap<>(Orientation.class);
    for (Orientation orientation : Orientation.values()) {
      Operand<TFloat32> resampled = orientation.transposes() ? turned : across;
      routes.put(orientation, ops.encode(ops.orient(resampled, orientation)));
    }
    return routes;
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

  /** A string scalar: the output file. */
  Output<TString> route(SourceImage image, Scaling scaling) {
    if (image.format() == ImageFormat.JPEG) {
      return jpeg.get(scaling).get(image.orientation());
    }
    return (image.transparent() ? transparentPng : opaquePng).get(scaling);
  }
}
