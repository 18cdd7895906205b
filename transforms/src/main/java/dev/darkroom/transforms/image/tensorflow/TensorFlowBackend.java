package dev.darkroom.transforms.image.tensorflow;

import dev.darkroom.transforms.image.backend.Backend;
import dev.darkroom.transforms.image.backend.ConversionPlan;
import dev.darkroom.transforms.image.geometry.Crop;
import dev.darkroom.transforms.image.geometry.DecodePlan;
import dev.darkroom.transforms.image.geometry.ExactCover;
import dev.darkroom.transforms.image.geometry.Scaling;
import dev.darkroom.transforms.image.pixels.Pixels;
import dev.darkroom.transforms.image.source.Colour;
import dev.darkroom.transforms.image.source.ImageFormat;
import dev.darkroom.transforms.image.source.SourceImage;
import dev.darkroom.transforms.image.spec.ImageSpec;
import dev.darkroom.transforms.rejection.Reason;
import dev.darkroom.transforms.rejection.RejectedException;
import java.util.Optional;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.exceptions.TFInvalidArgumentException;
import org.tensorflow.ndarray.NdArrays;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.TString;
import org.tensorflow.types.TUint8;

/**
 * Decodes and resamples in one run of one TensorFlow graph. The session lives as long as the
 * process and runs every operation on the calling thread (intra-op 1, inter-op -1), so that it
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
  public Pixels decode(byte[] file, ConversionPlan plan) throws RejectedException {
    SourceImage image = plan.image();
    DecodePlan decoding = DecodePlan.of(image, plan.layout());
    Route route = Route.of(image, decoding);
    try (TString source = string(file);
        TInt32 window = vector(decoding.window());
        TInt32 size = TInt32.vectorOf(decoding.height(), decoding.width())) {
      Session.Runner runner =
          session.runner().feed(graph.source(), source).feed(graph.window(), window);
      if (route.scaling() != Scaling.SAME) {
        runner.feed(graph.size(), size);
      }
      try (Result result = run(runner.fetch(graph.end(route)), image)) {
        return image.orientation().show(pixels((TUint8) result.get(0)));
      }
    }
  }

  private static Pixels pixels(TUint8 tensor) {
    byte[] rgb = new byte[Math.toIntExact(tensor.size())];
    tensor.asRawTensor().data().read(rgb);
    return Pixels.of((int) tensor.shape().get(1), (int) tensor.shape().get(0), rgb);
  }

  @Override
  public byte[] encode(Pixels image, ImageFormat format) {
    Shape shape = Shape.of(image.height(), image.width(), Pixels.BANDS);
    try (TUint8 pixels = TUint8.tensorOf(shape, DataBuffers.of(image.rgb()));
        Result result =
            session.runner().feed(graph.pixels(), pixels).fetch(graph.encoded(format)).run()) {
      return bytes(result);
    }
  }

  @Override
  public Optional<byte[]> convertExactly(byte[] file, SourceImage image) throws RejectedException {
    if (image.format() != ImageFormat.JPEG) {
      return Optional.empty();
    }
    ExactCover cover = ExactCover.of(image.width(), image.height(), spec);
    try (TString source = string(file);
        TInt32 window = vector(cover.window());
        TInt32 size = TInt32.vectorOf(cover.height(), cover.width());
        Result result =
            run(
                session
                    .runner()
                    .feed(graph.source(), source)
                    .feed(graph.window(), window)
                    .feed(graph.size(), size)
                    .fetch(graph.exact()),
                image)) {
      return Optional.of(bytes(result));
    }
  }

  private static TString string(byte[] file) {
    return TString.tensorOfBytes(NdArrays.scalarOfObject(file));
  }

  private static byte[] bytes(Result result) {
    return ((TString) result.get(0)).asBytes().getObject();
  }

  private static Result run(Session.Runner runner, SourceImage image) throws RejectedException {
    try {
      return runner.run();
    } catch (TFInvalidArgumentException e) {
      throw new RejectedException(
          Reason.CORRUPT, "broken " + image.displayName() + ": " + firstLine(e), e);
    }
  }

  private static TInt32 vector(Crop crop) {
    return TInt32.vectorOf(crop.y(), crop.x(), crop.height(), crop.width());
  }

  /** The lines after the first name nodes of the graph. */
  private static String firstLine(TFInvalidArgumentException e) {
    String message = String.valueOf(e.getMessage());
    int end = message.indexOf('\n');
    return end < 0 ? message : message.substring(0, end);
  }
}
