package dev.darkroom.benchmark.images;

import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.image.DecodeJpeg;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.TString;
import org.tensorflow.types.TUint8;

/**
 * The yardstick of libjpeg-turbo: decode_jpeg of the whole photo, at its size or scaled down by the
 * inverse transform, and encode_jpeg of pixels that have the target's size already. One run of one
 * graph. Less cannot be done by who decodes all of a photo with it.
 */
final class LibjpegFloor {
  private final PlainGraph graph = new PlainGraph();
  private final Operand<TString> source = graph.placeholder(TString.class, Shape.scalar());
  private final Operand<TUint8> pixels = graph.placeholder(TUint8.class, PlainGraph.RGB);
  private final Operand<TString> encoded = graph.encode(pixels);
  private final Operand<TInt32> decodedShape;
  private final int ratio;

  /**
   * @param ratio what the photo is scaled down by: 1, 2, 4 or 8
   */
  LibjpegFloor(int ratio) {
    this.ratio = ratio;
    Ops tf = graph.tf();
    decodedShape =
        tf.shape(
            tf.image.decodeJpeg(
                source,
                DecodeJpeg.channels(3L),
                DecodeJpeg.ratio((long) ratio),
                DecodeJpeg.dctMethod("INTEGER_ACCURATE")));
  }

  /**
   * Decodes the photo and encodes the pixels.
   *
   * @return the encoded pixels
   * @throws IllegalStateException if not all of the photo was decoded
   */
  byte[] convert(Photo photo, TUint8 finished) {
    try (TString bytes = PlainGraph.string(photo.bytes());
        Result result =
            graph
                .runner()
                .feed(source, bytes)
                .feed(pixels, finished)
                .fetch(decodedShape)
                .fetch(encoded)
                .run()) {
      TInt32 shape = (TInt32) result.get(0);
      if (shape.getInt(0) != scaled(photo.height()) || shape.getInt(1) != scaled(photo.width())) {
        throw new IllegalStateException("not all of a photo was decoded");
      }
      return PlainGraph.bytes(result.get(1));
    }
  }

  private int scaled(int length) {
    return (length + ratio - 1) / ratio;
  }

  /** Does it with each of the photos, scaled down by {@code ratio}. */
  static Work with(List<Photo> photos, int ratio) {
    LibjpegFloor floor = new LibjpegFloor(ratio);
    TensorFlowStages stages = new TensorFlowStages();
    List<TUint8> finished = new ArrayList<>();
    photos.forEach(photo -> finished.add(stages.finished(photo)));
    return photo -> floor.convert(photos.get(photo), finished.get(photo));
  }
}
