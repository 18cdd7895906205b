package dev.darkroom.transforms.image.imgscalr;

import com.twelvemonkeys.imageio.plugins.tiff.TIFFImageReaderSpi;
import dev.darkroom.transforms.image.source.ImageFormat;
import java.io.IOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;

/**
 * The reader for each format: the JDK's own where it has one that reads the format as people use
 * it. TwelveMonkeys' TIFF reader knows BigTIFF and predictors on 16 bits, which the JDK's does not.
 */
final class Decoders {
  private static final ImageReaderSpi JPEG = ofJdk(ImageFormat.JPEG);
  private static final ImageReaderSpi PNG = ofJdk(ImageFormat.PNG);
  private static final ImageReaderSpi GIF = ofJdk(ImageFormat.GIF);
  private static final ImageReaderSpi BMP = ofJdk(ImageFormat.BMP);
  private static final ImageReaderSpi TIFF = new TIFFImageReaderSpi();

  private Decoders() {}

  /** A new reader, to be disposed of. */
  static ImageReader of(ImageFormat format) {
    try {
      return provider(format).createReaderInstance();
    } catch (IOException e) {
      throw new AssertionError("nothing is read yet", e);
    }
  }

  private static ImageReaderSpi provider(ImageFormat format) {
    switch (format) {
      case JPEG:
        return JPEG;
      case PNG:
        return PNG;
      case GIF:
        return GIF;
      case BMP:
        return BMP;
      case TIFF:
        return TIFF;
      default:
        throw new IllegalArgumentException(format.displayName());
    }
  }

  /** Plug-ins of the class path could come before the JDK's in the order of their registration. */
  private static ImageReaderSpi ofJdk(ImageFormat format) {
    String name = format.name().toLowerCase(Locale.ROOT);
    Iterator<ImageReaderSpi> all =
        IIORegistry.getDefaultInstance().getServiceProviders(ImageReaderSpi.class, false);
    while (all.hasNext()) {
      ImageReaderSpi spi = all.next();
      if (spi.getClass().getModule().equals(ImageIO.class.getModule())
          && Arrays.asList(spi.getFormatNames()).contains(name)) {
        return spi;
      }
    }
    throw new IllegalStateException("this Java has no reader for " + format.displayName());
  }
}
