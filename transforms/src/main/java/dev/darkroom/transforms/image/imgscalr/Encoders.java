package dev.darkroom.transforms.image.imgscalr;

import dev.darkroom.transforms.image.source.ImageFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageWriterSpi;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** The JDK's own writer for each format. */
final class Encoders {
  private static final ImageWriterSpi JPEG = ofJdk(ImageFormat.JPEG);
  private static final ImageWriterSpi PNG = ofJdk(ImageFormat.PNG);

  private Encoders() {}

  /** What a new writer writes. */
  static byte[] write(ImageFormat format, Encoding encoding) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      ImageWriter writer = (format == ImageFormat.PNG ? PNG : JPEG).createWriterInstance();
      try {
        encoding.write(writer, out);
      } finally {
        writer.dispose();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static ImageWriterSpi ofJdk(ImageFormat format) {
    String name = format.name().toLowerCase(Locale.ROOT);
    Iterator<ImageWriterSpi> all =
        IIORegistry.getDefaultInstance().getServiceProviders(ImageWriterSpi.class, false);
    while (all.hasNext()) {
      ImageWriterSpi spi = all.next();
      if (spi.getClass().getModule().equals(ImageIO.class.getModule())
          && Arrays.asList(spi.getFormatNames()).contains(name)) {
        return spi;
      }
    }
    throw new IllegalStateException("this Java has no writer for " + format.displayName());
  }

  /** What is done with a writer and the place it writes to. */
  interface Encoding {
    void write(ImageWriter writer, ImageOutputStream out) throws IOException;
  }
}
