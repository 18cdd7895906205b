package dev.darkroom.transforms.image.tensorflow;

import dev.darkroom.transforms.image.source.ImageFormat;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.image.DecodeJpeg;
import org.tensorflow.op.image.DecodePng;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.TString;
import org.tensorflow.types.TUint16;
import org.tensorflow.types.TUint8;
import org.tensorflow.types.family.TNumber;

/** From a file to the window's pixels: [height, width, channels], RGB or RGBA. */
final class Decoding {
  private final Ops tf;
  private final Operand<TString> source;
  private final Operand<TInt32> window;

  Decoding(Ops tf, Operand<TString> source, Operand<TInt32> window) {
    this.tf = tf;
    this.source = source;
    this.window = window;
  }

  /** 8 bits a sample. */
  Operand<TUint8> decode(Route route) {
    return cut(
        route.format() == ImageFormat.JPEG
            ? decodeJpeg()
            : tf.image.decodePng(source, TUint8.class, channels(route)));
  }

  /** 16 bits a sample. */
  Operand<TUint16> decodeDeep(Route route) {
    return cut(tf.image.decodePng(source, TUint16.class, channels(route)));
  }

  /** The whole image of a JPEG file with its own number of channels, as decode_jpeg does it. */
  Operand<TUint8> asTensorFlowDoes() {
    return tf.image.decodeJpeg(source);
  }

  /**
   * The whole of it: decode_and_crop_jpeg makes other colours of the window's last column, and
   * other rows of images less than five pixels wide.
   */
  private Operand<TUint8> decodeJpeg() {
    // INTEGER_FAST costs 2 % less than INTEGER_ACCURATE and differs from it by up to 21 levels.
    return tf.image.decodeJpeg(
        source, DecodeJpeg.channels(3L), DecodeJpeg.dctMethod("INTEGER_ACCURATE"));
  }

  private static DecodePng.Options channels(Route route) {
    return DecodePng.channels(route.transparent() ? 4L : 3L);
  }

  private <T extends TNumber> Operand<T> cut(Operand<T> whole) {
    Operand<TInt32> zero = tf.constant(new int[] {0});
    Operand<TInt32> all = tf.constant(new int[] {-1});
    Operand<TInt32> axis = tf.constant(0);
    Operand<TInt32> two = tf.constant(new int[] {2});
    Operand<TInt32> corner = tf.slice(window, zero, two);
    Operand<TInt32> extent = tf.slice(window, two, two);
    return tf.slice(
        whole, tf.concat(List.of(corner, zero), axis), tf.concat(List.of(extent, all), axis));
  }
}
