package dev.darkroom.transforms.image.tensorflow;

import dev.darkroom.transforms.image.geometry.Scaling;
import dev.darkroom.transforms.image.spec.Fit;
import dev.darkroom.transforms.image.spec.ImageSpec;
import dev.darkroom.transforms.image.spec.Resample;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Squeeze;
import org.tensorflow.op.image.ResizeBilinear;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.TUint8;
import org.tensorflow.types.family.TNumber;

/** From decoded samples to RGB, 0 to 255, of the size to be. */
final class Resampling {
  private final Ops tf;
  private final ImageSpec spec;
  private final Operand<TInt32> size;

  Resampling(Ops tf, ImageSpec spec, Operand<TInt32> size) {
    this.tf = tf;
    this.spec = spec;
    this.size = size;
  }

  /**
   * Resamples RGB, or RGBA that is blended with the background.
   *
   * @param most the largest value of a sample
   */
  <T extends TNumber> Operand<TFloat32> resample(Operand<T> image, Route route, int most) {
    if (route.transparent()) {
      return flatten(image, route.scaling(), most);
    }
    Operand<TFloat32> resized = resize(image, route.scaling());
    return most == 255 ? resized : tf.math.mul(resized, tf.constant(255f / most));
  }

  /** The window of the resized image, as resize and crop_to_bounding_box give it. */
  Operand<TFloat32> exact(Operand<TUint8> image, Operand<TInt32> window) {
    Operand<TInt32> corner =
        tf.slice(window, tf.constant(new int[] {0}), tf.constant(new int[] {2}));
    Operand<TInt32> extent =
        tf.slice(window, tf.constant(new int[] {2}), tf.constant(new int[] {2}));
    Operand<TInt32> axis = tf.constant(0);
    return tf.slice(
        bilinear(image),
        tf.concat(List.of(corner, tf.constant(new int[] {0})), axis),
        tf.concat(List.of(extent, tf.constant(new int[] {-1})), axis));
  }

  /**
   * Colours are weighted by their alpha while they are averaged: what is transparent has no colour.
   * Samples are taken apart before they are made four bytes each.
   */
  private <T extends TNumber> Operand<TFloat32> flatten(
      Operand<T> rgba, Scaling scaling, int most) {
    Operand<TInt32> origin = tf.constant(new int[] {0, 0, 0});
    Operand<TInt32> alphaOrigin = tf.constant(new int[] {0, 0, 3});
    Operand<T> colours = tf.slice(rgba, origin, tf.constant(new int[] {-1, -1, 3}));
    Operand<T> alphas = tf.slice(rgba, alphaOrigin, tf.constant(new int[] {-1, -1, 1}));
    Operand<TFloat32> rgb = tf.dtypes.cast(colours, TFloat32.class);
    Operand<TFloat32> alpha = tf.dtypes.cast(alphas, TFloat32.class);
    Operand<TFloat32> colour = resize(tf.math.mul(rgb, alpha), scaling);
    Operand<TFloat32> cover = resize(alpha, scaling);
    Operand<TFloat32> behind = tf.math.sub(tf.constant((float) most), cover);
    Operand<TFloat32> above = tf.math.mul(colour, tf.constant(255f / most / most));
    Operand<TFloat32> below =
        tf.math.mul(behind, tf.math.div(Background.of(tf, spec), tf.constant((float) most)));
    return tf.math.add(above, below);
  }

  private <T extends TNumber> Operand<TFloat32> resize(Operand<T> image, Scaling scaling) {
    if (scaling == Scaling.SAME) {
      return tf.dtypes.cast(image, TFloat32.class);
    }
    if (spec.resample() == Resample.BILINEAR) {
      return bilinear(image);
    }
    if (scaling != Scaling.ENLARGE) {
      return area(image, size);
    }
    return spec.fit() == Fit.STRETCH ? bilinear(area(image, shrunk(image))) : bilinear(image);
  }

  /** The size to be, where that is smaller than the image. */
  private <T extends TNumber> Operand<TInt32> shrunk(Operand<T> image) {
    Operand<TInt32> shape =
        tf.slice(tf.shape(image), tf.constant(new int[] {0}), tf.constant(new int[] {2}));
    return tf.math.minimum(shape, size);
  }

  private <T extends TNumber> Operand<TFloat32> area(Operand<T> image, Operand<TInt32> to) {
    return single(tf.image.resizeArea(batch(image), to));
  }

  private <T extends TNumber> Operand<TFloat32> bilinear(Operand<T> image) {
    return single(
        tf.image.resizeBilinear(batch(image), size, ResizeBilinear.halfPixelCenters(true)));
  }

  private <T extends TNumber> Operand<T> batch(Operand<T> image) {
    return tf.expandDims(image, tf.constant(0));
  }

  private Operand<TFloat32> single(Operand<TFloat32> batch) {
    return tf.squeeze(batch, Squeeze.axis(List.of(0L)));
  }
}
