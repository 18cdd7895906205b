package dev.darkroom.transforms.image.tensorflow;

import dev.darkroom.transforms.image.spec.ChromaSubsampling;
import dev.darkroom.transforms.image.spec.ImageSpec;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.op.Ops;
import org.tensorflow.op.image.EncodeJpeg;
import org.tensorflow.types.TString;
import org.tensorflow.types.TUint8;

/** From pixels, [height, width, channels], to an output file. */
final class Encoding {
  private final Ops tf;
  private final ImageSpec spec;

  Encoding(Ops tf, ImageSpec spec) {
    this.tf = tf;
    this.spec = spec;
  }

  Output<TString> png(Operand<TUint8> image) {
    return tf.image.encodePng(image).asOutput();
  }

  /** In grey where the image has one channel. */
  Output<TString> jpeg(Operand<TUint8> image) {
    return tf.image
        .encodeJpeg(
            image,
            EncodeJpeg.quality((long) spec.jpegQuality())
                .chromaDownsampling(spec.chromaSubsampling() == ChromaSubsampling.HALVED)
                .optimizeSize(true)
                .progressive(spec.progressive()))
        .asOutput();
  }
}
