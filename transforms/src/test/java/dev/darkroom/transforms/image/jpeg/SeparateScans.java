package dev.darkroom.transforms.image.jpeg;

import dev.darkroom.transforms.rejection.RejectedException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import javax.imageio.ImageIO;

/** JPEG files with a scan for each component, put together of grey ones. */
final class SeparateScans {
  private static final byte[] ADOBE_RGB = {
    (byte) 0xFF, (byte) 0xEE, 0, 14, 'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, 0
  };

  private SeparateScans() {}

  /** Slopes, a different one in each channel. */
  static byte[] rgb(int width, int height) throws IOException, RejectedException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    for (int c = 0; c < 3; c++) {
      byte[] grey = grey(width, height, c);
      JpegSegments segments = new JpegSegments(grey);
      if (c == 0) {
        file.write(grey, 0, 2);
        file.writeBytes(ADOBE_RGB);
      }
      for (int code = segments.next(); code != JpegSegments.SOS; code = segments.next()) {
        if (c == 0 && segments.isFrame()) {
          writeFrame(file, width, height);
        } else if (c == 0 && code != JpegSegments.APP0) {
          file.write(grey, segments.start(), segments.end() - segments.start());
        }
      }
      grey[segments.body() + 1] = (byte) (c + 1);
      file.write(grey, segments.start(), grey.length - 2 - segments.start());
    }
    file.write(0xFF);
    file.write(JpegSegments.EOI);
    return file.toByteArray();
  }

  /** The same with its last scan twice. */
  static byte[] withSecondLast(byte[] file) throws RejectedException {
    int start = 0;
    JpegSegments segments = new JpegSegments(file);
    for (int code = segments.next(); code != JpegSegments.EOI; code = segments.next()) {
      start = code == JpegSegments.SOS ? segments.start() : start;
    }
    byte[] longer = Arrays.copyOf(file, 2 * file.length - 2 - start);
    System.arraycopy(file, start, longer, file.length - 2, file.length - start);
    return longer;
  }

  private static void writeFrame(ByteArrayOutputStream file, int width, int height) {
    file.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xC0, 0, 17, 8, 0, (byte) height, 0});
    file.writeBytes(new byte[] {(byte) width, 3, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0});
  }

  private static byte[] grey(int width, int height, int c) throws IOException {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int level = c == 0 ? 20 + 2 * x : c == 1 ? 220 - 3 * y : 40 + x + y;
        image.getRaster().setSample(x, y, 0, level);
      }
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, "jpeg", out);
    return out.toByteArray();
  }
}
