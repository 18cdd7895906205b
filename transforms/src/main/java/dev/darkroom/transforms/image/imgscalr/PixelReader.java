package dev.darkroom.transforms.image.imgscalr;

import dev.darkroom.transforms.image.geometry.Crop;
import dev.darkroom.transforms.image.source.ImageFormat;
import dev.darkroom.transforms.image.source.SourceImage;
import dev.darkroom.transforms.rejection.Reason;
import dev.darkroom.transforms.rejection.RejectedException;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Decodes part of an image with ImageIO. */
public final class PixelReader {
  private final SourceImage image;
  private final int background;

  /** A reader of one image. */
  public PixelReader(SourceImage image, int background) {
    this.image = image;
    this.background = background;
  }

  /**
   * The window's pixels, of type {@link BufferedImage#TYPE_INT_RGB}.
   *
   * @throws RejectedException if the image turns out to be damaged
   */
  public BufferedImage read(byte[] source, Crop window) throws RejectedException {
    byte[] bytes = image.format() == ImageFormat.JPEG ? BareJpeg.of(source) : source;
    ImageReader reader = ImageIO.getImageReadersByFormatName(image.format().name()).next();
    try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
      List<String> warnings = new ArrayList<>();
      reader.addIIOReadWarningListener((unused, warning) -> warnings.add(warning));
      reader.setInput(in, true, true);
      ImageReadParam param = reader.getDefaultReadParam();
      if (!image.transparent()) {
        param.setSourceRegion(rectangle(window));
      }
      BufferedImage decoded = reader.read(0, param);
      for (String warning : warnings) {
        if (warning.toLowerCase(Locale.ROOT).contains("premature end")) {
          throw corrupt(warning, null);
        }
      }
      return PlainPixels.of(image.transparent() ? cut(decoded, window) : decoded, background);
    } catch (IIOException e) {
      throw corrupt(e.toString(), e);
    } catch (IOException e) {
      throw new AssertionError("a stream in memory", e);
    } finally {
      reader.dispose();
    }
  }

  private RejectedException corrupt(String what, Exception cause) {
    return new RejectedException(
        Reason.CORRUPT, "broken " + image.format().displayName() + ": " + what, cause);
  }

  private static Rectangle rectangle(Crop crop) {
    return new Rectangle(crop.x(), crop.y(), crop.width(), crop.height());
  }

  /** For ImageIO looks for a PNG's transparent colour as if every source region began at x = 0. */
  private static BufferedImage cut(BufferedImage decoded, Crop window) {
    return decoded.getSubimage(window.x(), window.y(), window.width(), window.height());
  }
}
