package dev.darkroom.transforms.image;

import dev.darkroom.transforms.rejection.Reason;
import dev.darkroom.transforms.rejection.RejectedException;
import java.nio.ByteBuffer;

/** Reads what a JPEG file's segments say of the image, without decoding any pixels. */
final class JpegHeader {
  private final byte[] bytes;
  private final long maxPixels;
  private final JpegSegments segments;
  private int width;
  private int height;
  private Orientation orientation = Orientation.TOP_LEFT;

  JpegHeader(byte[] bytes, long maxPixels) {
    this.bytes = bytes;
    this.maxPixels = maxPixels;
    this.segments = new JpegSegments(bytes);
  }

  SourceImage read() throws RejectedException {
    for (int code = segments.next(); code != JpegSegments.SOS; code = segments.next()) {
      if (code == JpegSegments.SOI || code == JpegSegments.EOI) {
        throw corrupt("the image data is missing");
      }
      if (segments.isFrame()) {
        readFrame(code);
      } else if (code == JpegSegments.APP1 && orientation == Orientation.TOP_LEFT) {
        orientation = ExifOrientation.read(ByteBuffer.wrap(bytes), segments.body(), segments.end());
      }
    }
    if (width == 0) {
      throw corrupt("the frame header is missing");
    }
    requireEnd();
    return SourceImage.jpeg(width, height, orientation);
  }

  private void readFrame(int code) throws RejectedException {
    if (segments.end() - segments.body() < 6) {
      throw corrupt("the frame header is too short");
    }
    int precision = segments.byteAt(0);
    height = segments.shortAt(1);
    width = segments.shortAt(3);
    int components = segments.byteAt(5);
    SourceImage.checkSize(width, height, maxPixels);
    if (code > 0xC2) {
      throw unsupported(code >= 0xC9 ? "arithmetic-coded JPEG" : "lossless or hierarchical JPEG");
    }
    if (precision != 8) {
      throw unsupported(precision + "-bit JPEG");
    }
    if (components == 4) {
      throw unsupported("CMYK JPEG");
    }
    if (components != 1 && components != 3) {
      throw unsupported("JPEG of " + components + " components");
    }
    if (segments.end() - segments.body() < 6 + 3 * components) {
      throw corrupt("the frame header is too short");
    }
  }

  /**
   * Finds the end-of-image marker. Coded data never contains one, but a thumbnail ahead of it does,
   * and anything may follow.
   */
  private void requireEnd() throws RejectedException {
    int last = bytes.length - 2;
    boolean found =
        last >= segments.end()
            && bytes[last] == (byte) 0xFF
            && bytes[last + 1] == (byte) JpegSegments.EOI;
    while (!found) {
      found = segments.next() == JpegSegments.EOI;
    }
  }

  private static RejectedException corrupt(String what) {
    return new RejectedException(Reason.CORRUPT, "broken JPEG: " + what);
  }

  private static RejectedException unsupported(String what) {
    return new RejectedException(Reason.UNSUPPORTED_FORMAT, what + " is not supported");
  }
}
