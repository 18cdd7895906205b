package dev.darkroom.transforms.image.tensorflow;

import dev.darkroom.transforms.image.source.ImageFormat;
import dev.darkroom.transforms.image.source.Orientation;
import dev.darkroom.transforms.image.spec.ChromaSubsampling;
import dev.darkroom.transforms.image.spec.ImageSpec;
import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.op.Ops;
import org.tensorflow.op.image.EncodeJpeg;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.TString;
import org.tensorflow.types.TUint8;

/** From resampled pixels, [height, width, 3], to an output file. */
final class Finishing {
  private final Ops tf;
  private final ImageSpec spec;
  private final Operand<TInt32> padding;

  Finishing(Ops tf, ImageSpec spec, Operand<TInt32> padding) {
    this.tf = tf;
    this.spec = spec;
    this.padding = padding;
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

  /** With background beside it. */
  Operand<TFloat32> pad(Operand<TFloat32> image) {
    Operand<TFloat32> background = Background.of(tf, spec);
    Operand<TFloat32> above = tf.math.sub(image, background);
    return tf.math.add(tf.pad(above, padding, tf.constant(0f)), background);
  }

  /** To the nearest level; the cast alone truncates. */
  Operand<TUint8> round(Operand<TFloat32> image) {
    return tf.dtypes.cast(tf.math.add(image, tf.constant(0.5f)), TUint8.class);
  }

  /** As a file of this format. */
  Output<TString> encode(Operand<TUint8> image, ImageFormat format) {
    return format == ImageFormat.PNG
        ? tf.image.encodePng(image).asOutput()
        : tf.image.encodeJpeg(image, jpeg().format("rgb")).asOutput();
  }

  /** As JPEG, in grey where it has one channel. */
  Output<TString> encodeAsDecoded(Operand<TFloat32> image) {
    return tf.image.encodeJpeg(tf.dtypes.cast(image, TUint8.class), jpeg()).asOutput();
  }

  private EncodeJpeg.Options jpeg() {
    return EncodeJpeg.quality((long) spec.jpegQuality())
        .chromaDownsampling(spec.chromaSubsampling() == ChromaSubsampling.HALVED)
        .optimizeSize(true)
        .progressive(spec.progressive());
  }
}
