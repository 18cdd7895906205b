package dev.darkroom.transforms.image.tensorflow;

import dev.darkroom.transforms.image.spec.ImageSpec;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** The colour behind and beside pictures. */
final class Background {
  private Background() {}

  /** float32[3]: red, green and blue, 0 to 255. */
  static Operand<TFloat32> of(Ops tf, ImageSpec spec) {
    int rgb = spec.background();
    return tf.constant(new float[] {rgb >> 16, (rgb >> 8) & 0xFF, rgb & 0xFF});
  }
}
