package dev.darkroom.transforms.image;

import dev.darkroom.transforms.rejection.RejectedException;
import java.awt.image.BufferedImage;
import org.imgscalr.Scalr;
import org.imgscalr.Scalr.Method;
import org.imgscalr.Scalr.Mode;

/** Decodes and encodes with the JDK's ImageIO and resamples with imgscalr; no native library. */
final class ImgscalrEngine implements ImageEngine {
  private final ImageSpec spec;
  private final JpegWriter writer;

  ImgscalrEngine(ImageSpec spec) {
    this.spec = spec;
    this.writer = new JpegWriter(spec.jpegQuality());
  }

  @Override
  public String name() {
    return "imgscalr";
  }

  @Override
  public EncodedImage convert(byte[] source) throws RejectedException {
    SourceImage image = SourceImage.inspect(source, spec.maxPixels());
    CoverPlan plan = CoverPlan.atOwnSize(image, spec);
    PixelReader reader = new PixelReader(image, spec.background());
    BufferedImage decoded = reader.read(source, plan.window());
    BufferedImage shown = orient(resample(decoded, plan, image.orientation()), image.orientation());
    return new EncodedImage(writer.write(shown), ImageFormat.JPEG, spec.width(), spec.height());
  }

  private BufferedImage resample(BufferedImage image, CoverPlan plan, Orientation orientation) {
    int width = orientation.transposes() ? spec.height() : spec.width();
    int height = orientation.transposes() ? spec.width() : spec.height();
    // BALANCED is bilinear in one step, QUALITY bicubic by halves.
    Method method = plan.scaling() == Scaling.ENLARGE ? Method.BALANCED : Method.QUALITY;
    return Scalr.resize(image, method, Mode.FIT_EXACT, width, height);
  }

  private BufferedImage orient(BufferedImage stored, Orientation orientation) {
    if (orientation == Orientation.TOP_LEFT) {
      return stored;
    }
    int width = stored.getWidth();
    int height = stored.getHeight();
    BufferedImage shown =
        new BufferedImage(spec.width(), spec.height(), BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int a = orientation.reversesX() ? width - 1 - x : x;
        int b = orientation.reversesY() ? height - 1 - y : y;
        shown.setRGB(
            orientation.transposes() ? b : a,
            orientation.transposes() ? a : b,
            stored.getRGB(x, y));
      }
    }
    return shown;
  }
}
