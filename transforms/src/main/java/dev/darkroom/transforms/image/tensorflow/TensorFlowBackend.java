package dev.darkroom.transforms.image.tensorflow;

import dev.darkroom.transforms.image.backend.Backend;
import dev.darkroom.transforms.image.backend.ConversionPlan;
import dev.darkroom.transforms.image.geometry.Crop;
import dev.darkroom.transforms.image.geometry.DecodePlan;
import dev.darkroom.transforms.image.geometry.ExactCover;
import dev.darkroom.transforms.image.geometry.Layout;
import dev.darkroom.transforms.image.geometry.Scaling;
import dev.darkroom.transforms.image.jpeg.DecodedExcerpt;
import dev.darkroom.transforms.image.source.Colour;
import dev.darkroom.transforms.image.source.ImageFormat;
import dev.darkroom.transforms.image.source.SourceImage;
import dev.darkroom.transforms.image.spec.ImageSpec;
import dev.darkroom.transforms.rejection.Reason;
import dev.darkroom.transforms.rejection.RejectedException;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.exceptions.TFInvalidArgumentException;
import org.tensorflow.ndarray.NdArrays;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.StdArrays;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.TString;
import org.tensorflow.types.TUint8;

/**
 * Decodes, resamples and encodes in one run of one TensorFlow graph. The session lives as long as
 * the process and runs every operation on the calling thread (intra-op 1, inter-op -1), so that it
 * scales with the callers' threads and never adds its own.
 */
public final class TensorFlowBackend implements Backend {
  private static final ConfigProto CALLERS_THREAD =
      ConfigProto.newBuilder()
          .setIntraOpParallelismThreads(1)
          .setInterOpParallelismThreads(-1)
          .build();

  /**
   * Bytes a pixel. Of 100 megapixels, opaque PNG and JPEG took 303 MB, 595 where they were cut, PNG
   * of 16 bits twice that, and progressive JPEG 600 more.
   */
  private static final int DECODED_AND_CUT = 3 + 3;

  /** Bytes a pixel: 100 megapixels took 1.7 GB, and 2.0 GB where samples have 16 bits. */
  private static final int FLATTENED = 20;

  private final ImageSpec spec;
  private final ConversionGraph graph;
  private final Session session;

  /** Takes milliseconds once TensorFlow's native library is loaded. */
  public TensorFlowBackend(ImageSpec spec) {
    this.spec = spec;
    this.graph = new ConversionGraph(spec);
    this.session = new Session(graph.graph(), CALLERS_THREAD);
  }

  @Override
  public String name() {
    return "tensorflow";
  }

  @Override
  public boolean reads(SourceImage image) {
    boolean known = image.format() == ImageFormat.JPEG || image.format() == ImageFormat.PNG;
    return known && image.colour() != Colour.CMYK && !spec.convertsColours(image);
  }

  @Override
  public long decodingBytes(SourceImage image) throws RejectedException {
    int sampleBytes = image.deep() ? Short.BYTES : Byte.BYTES;
    long perPixel = image.transparent() ? FLATTENED : DECODED_AND_CUT * sampleBytes;
    return perPixel * image.pixels() + image.coefficientBytes() + coverBytes(image);
  }

  /** Of the exact way, which resizes the whole image before it cuts it. */
  private long coverBytes(SourceImage image) throws RejectedException {
    if (!spec.exact() || image.format() != ImageFormat.JPEG) {
      return 0;
    }
    ExactCover cover = ExactCover.of(image.width(), image.height(), spec);
    return (long) Float.BYTES * image.samples() * cover.width() * cover.height();
  }

  @Override
  public byte[] convert(byte[] file, ConversionPlan plan) throws RejectedException {
    if (spec.exact() && plan.image().format() == ImageFormat.JPEG) {
      return convertExactly(file, plan.image());
    }
    if (plan.image().decoded().isPresent()) {
      return finish(plan.image().decoded().get(), plan);
    }
    DecodePlan decoding = DecodePlan.of(plan.image(), plan.layout());
    Route route = Route.of(plan, decoding);
    try (TString source = string(file);
        TInt32 window = vector(decoding.window());
        TInt32 size = TInt32.vectorOf(decoding.height(), decoding.width());
        TInt32 padding = padding(plan.layout())) {
      Session.Runner runner =
          session.runner().feed(graph.source(), source).feed(graph.window(), window);
      if (route.scaling() != Scaling.SAME) {
        runner.feed(graph.size(), size);
      }
      if (route.padded()) {
        runner.feed(graph.padding(), padding);
      }
      return run(runner.fetch(graph.end(route)), plan.image());
    }
  }

  /** Turns, pads and encodes pixels. */
  private byte[] finish(DecodedExcerpt decoded, ConversionPlan plan) throws RejectedException {
    Route route = Route.ofDecoded(plan);
    try (TUint8 pixels = pixels(decoded);
        TInt32 padding = route.padded() ? padding(plan.layout()) : null) {
      Session.Runner runner = session.runner().feed(graph.pixels(), pixels);
      if (padding != null) {
        runner.feed(graph.padding(), padding);
      }
      return run(runner.fetch(graph.end(route)), plan.image());
    }
  }

  private static TUint8 pixels(DecodedExcerpt decoded) {
    Shape shape = Shape.of(decoded.height(), decoded.width(), 3);
    return TUint8.tensorOf(shape, DataBuffers.of(decoded.rgb()));
  }

  private static TString string(byte[] file) {
    return TString.tensorOfBytes(NdArrays.scalarOfObject(file));
  }

  private byte[] convertExactly(byte[] file, SourceImage image) throws RejectedException {
    ExactCover cover = ExactCover.of(image.width(), image.height(), spec);
    try (TString source = string(file);
        TInt32 window = vector(cover.window());
        TInt32 size = TInt32.vectorOf(cover.height(), cover.width())) {
      Session.Runner runner =
          session
              .runner()
              .feed(graph.source(), source)
              .feed(graph.window(), window)
              .feed(graph.size(), size);
      return run(runner.fetch(graph.exact()), image);
    }
  }

  private static byte[] run(Session.Runner runner, SourceImage image) throws RejectedException {
    try (Result result = runner.run()) {
      return ((TString) result.get(0)).asBytes().getObject();
    } catch (TFInvalidArgumentException e) {
      throw new RejectedException(
          Reason.CORRUPT, "broken " + image.displayName() + ": " + firstLine(e), e);
    }
  }

  private static TInt32 vector(Crop crop) {
    return TInt32.vectorOf(crop.y(), crop.x(), crop.height(), crop.width());
  }

  private static TInt32 padding(Layout layout) {
    Crop picture = layout.picture();
    int below = layout.height() - picture.height() - picture.y();
    int right = layout.width() - picture.width() - picture.x();
    return TInt32.tensorOf(
        StdArrays.ndCopyOf(new int[][] {{picture.y(), below}, {picture.x(), right}, {0, 0}}));
  }

  /** The lines after the first name nodes of the graph. */
  private static String firstLine(TFInvalidArgumentException e) {
    String message = String.valueOf(e.getMessage());
    int end = message.indexOf('\n');
    return end < 0 ? message : message.substring(0, end);
  }
}
