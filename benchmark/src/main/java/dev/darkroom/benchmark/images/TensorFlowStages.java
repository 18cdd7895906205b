package dev.darkroom.benchmark.images;

import dev.darkroom.transforms.image.geometry.Crop;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.image.DecodeAndCropJpeg;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.TString;
import org.tensorflow.types.TUint8;

/**
 * The operations of the TensorFlow engine, each in runs of its own on tensors that lie ready. Each
 * of them costs at least what {@link #session} costs.
 */
final class TensorFlowStages {
  private final PlainGraph graph = new PlainGraph();
  private final Operand<TString> source = graph.placeholder(TString.class, Shape.scalar());
  private final Operand<TInt32> window = graph.placeholder(TInt32.class, Shape.of(4));
  private final Operand<TInt32> size = graph.placeholder(TInt32.class, Shape.of(2));
  private final Operand<TUint8> pixels = graph.placeholder(TUint8.class, PlainGraph.RGB);
  private final Operand<TUint8> decoded;
  private final Operand<TUint8> resized;
  private final Operand<TString> encoded = graph.encode(pixels);
  private final Operand<TString> finishedFile = graph.placeholder(TString.class, Shape.scalar());
  private final Operand<TString> sameFile = graph.tf().identity(finishedFile);

  TensorFlowStages() {
    Ops tf = graph.tf();
    decoded =
        tf.image.decodeAndCropJpeg(
            source,
            window,
            DecodeAndCropJpeg.channels(3L),
            DecodeAndCropJpeg.dctMethod("INTEGER_ACCURATE"));
    resized =
        graph.cast(
            tf.math.add(
                graph.single(tf.image.resizeArea(graph.batch(pixels), size)), tf.constant(0.5f)));
  }

  /** Nothing but a run of a session: a photo is copied in, and a finished file out. */
  static Work session(List<Photo> photos) {
    TensorFlowStages stages = new TensorFlowStages();
    List<TString> files = each(photos, photo -> stages.file(stages.finished(photo)));
    return photo -> stages.runEmpty(photos.get(photo), files.get(photo));
  }

  /** Decodes the part of the photo that is needed. */
  static Work decode(List<Photo> photos) {
    TensorFlowStages stages = new TensorFlowStages();
    List<TString> sources = each(photos, photo -> PlainGraph.string(photo.bytes()));
    return photo -> shape(stages.decode(photos.get(photo), sources.get(photo)));
  }

  /** Averages decoded pixels to the target's size, and rounds them. */
  static Work resize(List<Photo> photos) {
    TensorFlowStages stages = new TensorFlowStages();
    List<TUint8> windows = each(photos, stages::window);
    return photo -> shape(stages.resize(photos.get(photo), windows.get(photo)));
  }

  /** Encodes pixels that have the target's size. */
  static Work encode(List<Photo> photos) {
    TensorFlowStages stages = new TensorFlowStages();
    List<TUint8> finished = each(photos, stages::finished);
    return photo -> shape(stages.encode(finished.get(photo)));
  }

  /** The pixels of the finished photo: never freed, as none of what is measured with it is. */
  TUint8 finished(Photo photo) {
    return (TUint8) resize(photo, window(photo)).get(0);
  }

  private TUint8 window(Photo photo) {
    try (TString bytes = PlainGraph.string(photo.bytes())) {
      return (TUint8) decode(photo, bytes).get(0);
    }
  }

  private Result decode(Photo photo, TString bytes) {
    Crop crop = photo.plan().window();
    try (TInt32 part = PlainGraph.ints(crop.y(), crop.x(), crop.height(), crop.width())) {
      return graph.runner().feed(source, bytes).feed(window, part).fetch(decoded).run();
    }
  }

  private Result resize(Photo photo, TUint8 part) {
    try (TInt32 to = PlainGraph.ints(photo.plan().height(), photo.plan().width())) {
      return graph.runner().feed(pixels, part).feed(size, to).fetch(resized).run();
    }
  }

  private Result encode(TUint8 finished) {
    return graph.runner().feed(pixels, finished).fetch(encoded).run();
  }

  private TString file(TUint8 finished) {
    return (TString) encode(finished).get(0);
  }

  private byte[] runEmpty(Photo photo, TString file) {
    Crop crop = photo.plan().window();
    try (TString bytes = PlainGraph.string(photo.bytes());
        TInt32 part = PlainGraph.ints(crop.y(), crop.x(), crop.height(), crop.width());
        TInt32 to = PlainGraph.ints(photo.plan().height(), photo.plan().width());
        Result result =
            graph
                .runner()
                .feed(source, bytes)
                .feed(window, part)
                .feed(size, to)
                .feed(finishedFile, file)
                .fetch(sameFile)
                .run()) {
      return PlainGraph.bytes(result.get(0));
    }
  }

  private static Shape shape(Result result) {
    try (result) {
      return result.get(0).shape();
    }
  }

  private static <T> List<T> each(List<Photo> photos, Function<Photo, T> function) {
    List<T> made = new ArrayList<>();
    photos.forEach(photo -> made.add(function.apply(photo)));
    return made;
  }
}
