package dev.darkroom.transforms.image;

import dev.darkroom.transforms.rejection.Reason;
import dev.darkroom.transforms.rejection.RejectedException;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.exceptions.TFInvalidArgumentException;
import org.tensorflow.ndarray.NdArrays;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.TString;

/**
 * Decodes, resamples and encodes in one run of one TensorFlow graph. The session lives as long as
 * the process and runs every operation on the calling thread (intra-op 1, inter-op -1), so that it
 * scales with the callers' threads and never adds its own.
 */
final class TensorFlowEngine implements ImageEngine {
  private static final ConfigProto CALLERS_THREAD =
      ConfigProto.newBuilder()
          .setIntraOpParallelismThreads(1)
          .setInterOpParallelismThreads(-1)
          .build();

  private final ImageSpec spec;
  private final ConversionGraph graph;
  private final Session session;

  /** Takes milliseconds once TensorFlow's native library is loaded. */
  TensorFlowEngine(ImageSpec spec) {
    this.spec = spec;
    this.graph = new ConversionGraph(spec);
    this.session = new Session(graph.graph(), CALLERS_THREAD);
  }

  @Override
  public String name() {
    return "tensorflow";
  }

  @Override
  public EncodedImage convert(byte[] source) throws RejectedException {
    SourceImage image = SourceImage.inspect(source, spec.maxPixels());
    boolean jpeg = image.format() == ImageFormat.JPEG;
    CoverPlan plan = jpeg ? CoverPlan.shrinking(image, spec) : CoverPlan.atOwnSize(image, spec);
    Crop c = plan.window();
    try (TString bytes = TString.tensorOfBytes(NdArrays.scalarOfObject(source));
        TInt32 window = TInt32.vectorOf(c.y(), c.x(), c.height(), c.width());
        Result result =
            session
                .runner()
                .feed(graph.source(), bytes)
                .feed(graph.window(), window)
                .fetch(graph.route(image, plan.scaling()))
                .run()) {
      byte[] encoded = ((TString) result.get(0)).asBytes().getObject();
      return new EncodedImage(encoded, ImageFormat.JPEG, spec.width(), spec.height());
    } catch (TFInvalidArgumentException e) {
      throw new RejectedException(
          Reason.CORRUPT, "broken " + image.format().displayName() + ": " + firstLine(e), e);
    }
  }

  /** The lines after the first name nodes of the graph. */
  private static String firstLine(TFInvalidArgumentException e) {
    String message = String.valueOf(e.getMessage());
    int end = message.indexOf('\n');
    return end < 0 ? message : message.substring(0, end);
  }
}
