package dev.darkroom.transforms.image.imgscalr;

import dev.darkroom.transforms.image.backend.Backend;
import dev.darkroom.transforms.image.backend.ConversionPlan;
import dev.darkroom.transforms.image.geometry.DecodePlan;
import dev.darkroom.transforms.image.geometry.Scaling;
import dev.darkroom.transforms.image.pixels.Pixels;
import dev.darkroom.transforms.image.source.ImageFormat;
import dev.darkroom.transforms.image.source.Orientation;
import dev.darkroom.transforms.image.source.SourceImage;
import dev.darkroom.transforms.image.spec.Fit;
import dev.darkroom.transforms.image.spec.ImageSpec;
import dev.darkroom.transforms.image.spec.Resample;
import dev.darkroom.transforms.rejection.RejectedException;
import java.awt.image.BufferedImage;
import java.util.EnumSet;
import java.util.Set;
import org.imgscalr.Scalr;
import org.imgscalr.Scalr.Rotation;

/** Converts as this package describes; no native library. */
public final class ImgscalrBackend implements Backend {
  private static final Set<ImageFormat> READ =
      EnumSet.of(
          ImageFormat.JPEG,
          ImageFormat.PNG,
          ImageFormat.GIF,
          ImageFormat.BMP,
          ImageFormat.WEBP,
          ImageFormat.TIFF);

  private final ImageSpec spec;
  private final ProgressiveWriter progressive;

  /** Takes no time. */
  public ImgscalrBackend(ImageSpec spec) {
    this.spec = spec;
    this.progressive = new ProgressiveWriter(spec);
  }

  @Override
  public String name() {
    return "imgscalr";
  }

  @Override
  public boolean reads(SourceImage image) {
    return READ.contains(image.format()) && !image.arithmetic();
  }

  @Override
  public long decodingBytes(SourceImage image) {
    return DecoderMemory.of(image);
  }

  @Override
  public Pixels decode(byte[] source, ConversionPlan plan) throws RejectedException {
    return RgbImage.pixels(turned(resampled(source, plan), plan.image().orientation()));
  }

  @Override
  public byte[] encode(Pixels image, ImageFormat format) {
    BufferedImage rgb = RgbImage.of(image);
    return format == ImageFormat.PNG ? PngWriter.write(rgb) : progressive.write(rgb);
  }

  private BufferedImage resampled(byte[] source, ConversionPlan plan) throws RejectedException {
    SourceImage image = plan.image();
    DecodePlan decoding = DecodePlan.of(image, plan.layout());
    Resampler resampler = resampler(decoding);
    new PixelReader(image, spec.background(), spec.convertsColours(image))
        .read(source, decoding.window(), resampler);
    return resampler.result();
  }

  private Resampler resampler(DecodePlan plan) {
    int fromWidth = plan.window().width();
    int fromHeight = plan.window().height();
    if (plan.scaling() == Scaling.SAME) {
      return new SameSize(fromWidth, fromHeight);
    }
    if (plan.scaling() != Scaling.ENLARGE && spec.resample() == Resample.AREA) {
      return new AreaResampler(fromWidth, fromHeight, plan.width(), plan.height());
    }
    if (spec.resample() == Resample.AREA && spec.fit() == Fit.STRETCH) {
      return new StretchResampler(fromWidth, fromHeight, plan.width(), plan.height());
    }
    return new BilinearResampler(fromWidth, fromHeight, plan.width(), plan.height());
  }

  private static BufferedImage turned(BufferedImage stored, Orientation orientation) {
    switch (orientation) {
      case TOP_LEFT:
        return stored;
      case TOP_RIGHT:
        return Scalr.rotate(stored, Rotation.FLIP_HORZ);
      case BOTTOM_RIGHT:
        return Scalr.rotate(stored, Rotation.CW_180);
      case BOTTOM_LEFT:
        return Scalr.rotate(stored, Rotation.FLIP_VERT);
      case LEFT_TOP:
        return Scalr.rotate(Scalr.rotate(stored, Rotation.CW_90), Rotation.FLIP_HORZ);
      case RIGHT_TOP:
        return Scalr.rotate(stored, Rotation.CW_90);
      case RIGHT_BOTTOM:
        return Scalr.rotate(Scalr.rotate(stored, Rotation.CW_90), Rotation.FLIP_VERT);
      case LEFT_BOTTOM:
        return Scalr.rotate(stored, Rotation.CW_270);
    }
    throw new AssertionError(orientation);
  }
}
