package dev.darkroom.benchmark.images;

import dev.darkroom.transforms.image.geometry.Crop;
import dev.darkroom.transforms.image.geometry.ExactCover;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.image.ResizeBilinear;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.TString;

/**
 * The yardstick of the notebooks: decode_jpeg with its defaults, resize the whole image until it
 * covers the target, crop, cast, encode_jpeg. One run of one graph, so that it costs no more than
 * it must.
 */
final class SeedSequence {
  private final PlainGraph graph = new PlainGraph();
  private final Operand<TString> source = graph.placeholder(TString.class, Shape.scalar());
  private final Operand<TInt32> size = graph.placeholder(TInt32.class, Shape.of(2));
  private final Operand<TInt32> corner = graph.placeholder(TInt32.class, Shape.of(3));
  private final Operand<TInt32> extent = graph.placeholder(TInt32.class, Shape.of(3));
  private final Operand<TString> encoded;

  SeedSequence() {
    Ops tf = graph.tf();
    Operand<TFloat32> resized =
        graph.single(
            tf.image.resizeBilinear(
                graph.batch(tf.image.decodeJpeg(source)),
                size,
                ResizeBilinear.halfPixelCenters(true)));
    encoded = graph.encode(graph.cast(tf.slice(resized, corner, extent)));
  }

  /** The photo as a JPEG file of the target's size. */
  byte[] convert(Photo photo) {
    ExactCover cover = photo.cover();
    Crop window = cover.window();
    try (TString bytes = PlainGraph.string(photo.bytes());
        TInt32 whole = PlainGraph.ints(cover.height(), cover.width());
        TInt32 from = PlainGraph.ints(window.y(), window.x(), 0);
        TInt32 count = PlainGraph.ints(window.height(), window.width(), -1);
        Result result =
            graph
                .runner()
                .feed(source, bytes)
                .feed(size, whole)
                .feed(corner, from)
                .feed(extent, count)
                .fetch(encoded)
                .run()) {
      return PlainGraph.bytes(result.get(0));
    }
  }

  /** Does it with each of the photos. */
  static Work with(List<Photo> photos) {
    SeedSequence sequence = new SeedSequence();
    return photo -> sequence.convert(photos.get(photo));
  }
}
