package dev.darkroom.transforms.image.imgscalr;

import dev.darkroom.transforms.image.source.ImageFormat;
import java.awt.image.BufferedImage;

/** Encodes PNG: RGB, 8 bits, not interlaced. */
final class PngWriter {
  private PngWriter() {}

  static byte[] write(BufferedImage image) {
    return Encoders.write(
        ImageFormat.PNG,
        (writer, out) -> {
          writer.setOutput(out);
          writer.write(image);
        });
  }
}
