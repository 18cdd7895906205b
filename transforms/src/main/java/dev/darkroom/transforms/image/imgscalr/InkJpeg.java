package dev.darkroom.transforms.image.imgscalr;

import dev.darkroom.transforms.image.jpeg.JpegSegments;
import dev.darkroom.transforms.image.jpeg.YcbCr;
import dev.darkroom.transforms.rejection.RejectedException;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.io.IOException;
import javax.imageio.ImageReader;

/**
 * Reads JPEG images of four components as cyan, magenta, yellow and black. Adobe's programs store
 * what an ink leaves over instead of the ink, and say so by their marker's presence; its transform
 * says whether the first three are YCbCr: any but 0 does, to libjpeg.
 */
final class InkJpeg {
  private InkJpeg() {}

  static Decoded read(ImageReader reader, byte[] jpeg) throws IOException, RejectedException {
    Raster raster = reader.readRaster(0, null);
    byte[] samples = ((DataBufferByte) raster.getDataBuffer()).getData();
    int transform = adobeTransform(jpeg);
    if (transform > 0) {
      convert(samples);
    }
    if (transform >= 0) {
      for (int i = 0; i < samples.length; i++) {
        samples[i] = (byte) ~samples[i];
      }
    }
    return Decoded.of(raster);
  }

  /** -1 if Adobe's marker is missing. */
  private static int adobeTransform(byte[] jpeg) throws RejectedException {
    JpegSegments segments = new JpegSegments(jpeg);
    int code = segments.next();
    while (code != JpegSegments.SOS && code != JpegSegments.EOI) {
      if (segments.adobeTransform() >= 0) {
        return segments.adobeTransform();
      }
      code = segments.next();
    }
    return -1;
  }

  /** YCCK is the YCbCr of 255 less the stored cyan, magenta and yellow. */
  private static void convert(byte[] samples) {
    for (int i = 0; i < samples.length; i += 4) {
      int y = samples[i] & 0xFF;
      int cb = (samples[i + 1] & 0xFF) - 128;
      int cr = (samples[i + 2] & 0xFF) - 128;
      samples[i] = (byte) ~YcbCr.red(y, cr);
      samples[i + 1] = (byte) ~YcbCr.green(y, cb, cr);
      samples[i + 2] = (byte) ~YcbCr.blue(y, cb);
    }
  }
}
