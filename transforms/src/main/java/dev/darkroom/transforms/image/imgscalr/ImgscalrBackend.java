package dev.darkroom.transforms.image.imgscalr;

import dev.darkroom.transforms.image.backend.Backend;
import dev.darkroom.transforms.image.backend.ConversionPlan;
import dev.darkroom.transforms.image.geometry.DecodePlan;
import dev.darkroom.transforms.image.geometry.Scaling;
import dev.darkroom.transforms.image.source.Colour;
import dev.darkroom.transforms.image.source.ImageFormat;
import dev.darkroom.transforms.image.source.Orientation;
import dev.darkroom.transforms.image.source.SourceImage;
import dev.darkroom.transforms.image.spec.ImageSpec;
import dev.darkroom.transforms.rejection.RejectedException;
import java.awt.image.BufferedImage;
import org.imgscalr.Scalr;
import org.imgscalr.Scalr.Method;
import org.imgscalr.Scalr.Mode;

/** Decodes and encodes with the JDK's ImageIO and resamples with imgscalr; no native library. */
public final class ImgscalrBackend implements Backend {
  private final ImageSpec spec;
  private final JpegWriter writer;

  /** Takes no time. */
  public ImgscalrBackend(ImageSpec spec) {
    this.spec = spec;
    this.writer = new JpegWriter(spec.jpegQuality());
  }

  @Override
  public String name() {
    return "imgscalr";
  }

  @Override
  public boolean reads(SourceImage image) {
    boolean known = image.format() == ImageFormat.JPEG || image.format() == ImageFormat.PNG;
    return known && !image.arithmetic() && image.colour() != Colour.CMYK;
  }

  @Override
  public byte[] convert(byte[] source, ConversionPlan plan) throws RejectedException {
    SourceImage image = plan.image();
    DecodePlan decoding = DecodePlan.atOwnSize(image, plan.layout());
    PixelReader reader = new PixelReader(image, spec.background());
    BufferedImage decoded = reader.read(source, decoding.window());
    return writer.write(orient(resample(decoded, decoding), image.orientation()));
  }

  private static BufferedImage resample(BufferedImage image, DecodePlan plan) {
    // BALANCED is bilinear in one step, QUALITY bicubic by halves.
    Method method = plan.scaling() == Scaling.ENLARGE ? Method.BALANCED : Method.QUALITY;
    return Scalr.resize(image, method, Mode.FIT_EXACT, plan.width(), plan.height());
  }

  private static BufferedImage orient(BufferedImage stored, Orientation orientation) {
    if (orientation == Orientation.TOP_LEFT) {
      return stored;
    }
    int width = stored.getWidth();
    int height = stored.getHeight();
    boolean turned = orientation.transposes();
    BufferedImage shown =
        new BufferedImage(
            turned ? height : width, turned ? width : height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int a = orientation.reversesX() ? width - 1 - x : x;
        int b = orientation.reversesY() ? height - 1 - y : y;
        shown.setRGB(turned ? b : a, turned ? a : b, stored.getRGB(x, y));
      }
    }
    return shown;
  }
}
