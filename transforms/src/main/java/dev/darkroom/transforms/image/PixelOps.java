package dev.darkroom.transforms.image;

import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Squeeze;
import org.tensorflow.op.image.DecodePng;
import org.tensorflow.op.image.EncodeJpeg;
import org.tensorflow.op.image.ResizeBilinear;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.TString;
import org.tensorflow.types.TUint16;
import org.tensorflow.types.TUint8;
import org.tensorflow.types.family.TNumber;

/** The steps of a {@link ConversionGraph}. Images are [height, width, channels], RGB or RGBA. */
final class PixelOps {
  private final Ops tf;
  private final ImageSpec spec;

  PixelOps(Ops tf, ImageSpec spec) {
    this.tf = tf;
    this.spec = spec;
  }

  /** The window of the decoded image; of 16-bit samples the high byte. */
  Operand<TUint8> decodePng(Operand<TString> source, Operand<TInt32> window, int channels) {
    Operand<TUint8> whole =
        tf.image.decodePng(source, TUint8.class, DecodePng.channels((long) channels));
    Operand<TInt32> zero = tf.constant(new int[] {0});
    Operand<TInt32> all = tf.constant(new int[] {-1});
    Operand<TInt32> axis = tf.constant(0);
    Operand<TInt32> two = tf.constant(new int[] {2});
    Operand<TInt32> corner = tf.slice(window, zero, two);
    Operand<TInt32> extent = tf.slice(window, two, two);
    return tf.slice(
        whole, tf.concat(List.of(corner, zero), axis), tf.concat(List.of(extent, all), axis));
  }

  /**
   * To the spec's size, blended with the background by alpha. Colours are weighted by their alpha
   * while they are averaged: what is transparent has no colour.
   */
  Operand<TFloat32> flatten(Operand<TUint8> rgba, Scaling scaling) {
    Operand<TInt32> origin = tf.constant(new int[] {0, 0, 0});
    Operand<TInt32> alphaOrigin = tf.constant(new int[] {0, 0, 3});
    Operand<TUint8> rgb = tf.slice(rgba, origin, tf.constant(new int[] {-1, -1, 3}));
    Operand<TUint8> alpha = tf.slice(rgba, alphaOrigin, tf.constant(new int[] {-1, -1, 1}));
    Operand<TUint16> weighted =
        tf.math.mul(tf.dtypes.cast(rgb, TUint16.class), tf.dtypes.cast(alpha, TUint16.class));
    Operand<TFloat32> max = tf.constant(255f);
    Operand<TFloat32> colour = tf.math.div(resize(weighted, scaling, false), max);
    Operand<TFloat32> cover = tf.math.div(resize(alpha, scaling, false), max);
    Operand<TFloat32> behind = tf.math.sub(tf.constant(1f), cover);
    return tf.math.add(colour, tf.math.mul(behind, background()));
  }

  /** From stored to shown. */
  Operand<TFloat32> orient(Operand<TFloat32> image, Orientation orientation) {
    List<Integer> axes = new ArrayList<>();
    if (orientation.reversesY()) {
      axes.add(0);
    }
    if (orientation.reversesX()) {
      axes.add(1);
    }
    Operand<TFloat32> oriented = image;
    if (!axes.isEmpty()) {
      int[] reversed = axes.stream().mapToInt(Integer::intValue).toArray();
      oriented = tf.reverse(oriented, tf.constant(reversed));
    }
    if (orientation.transposes()) {
      oriented = tf.linalg.transpose(oriented, tf.constant(new int[] {1, 0, 2}));
    }
    return oriented;
  }

  /** As baseline JPEG, 4:4:4, with Huffman tables made for this image. */
  Output<TString> encode(Operand<TFloat32> image) {
    return tf.image
        .encodeJpeg(
            round(image),
            EncodeJpeg.format("rgb")
                .quality((long) spec.jpegQuality())
                .chromaDownsampling(false)
                .optimizeSize(true)
                .progressive(false))
        .asOutput();
  }

  /** To the spec's size, or to that size turned by 90 degrees. */
  <T extends TNumber> Operand<TFloat32> resize(Operand<T> image, Scaling scaling, boolean turned) {
    int width = turned ? spec.height() : spec.width();
    int height = turned ? spec.width() : spec.height();
    Operand<TInt32> size = tf.constant(new int[] {height, width});
    Operand<T> batch = tf.expandDims(image, tf.constant(0));
    return tf.squeeze(
        scaling == Scaling.ENLARGE
            ? tf.image.resizeBilinear(batch, size, ResizeBilinear.halfPixelCenters(true))
            : tf.image.resizeArea(batch, size),
        Squeeze.axis(List.of(0L)));
  }

  private Operand<TFloat32> background() {
    int rgb = spec.background();
    return tf.constant(new float[] {rgb >> 16, (rgb >> 8) & 0xFF, rgb & 0xFF});
  }

  /** The cast alone truncates. */
  private Operand<TUint8> round(Operand<TFloat32> image) {
    return tf.dtypes.cast(tf.math.add(image, tf.constant(0.5f)), TUint8.class);
  }
}
