package dev.darkroom.transforms.image;

import dev.darkroom.transforms.rejection.Reason;
import dev.darkroom.transforms.rejection.RejectedException;
import java.nio.ByteBuffer;

/** Walks a JPEG file's marker segments (ITU-T T.81, annex B) without decoding any pixels. */
final class JpegHeader {
  private static final int SOI = 0xD8;
  private static final int EOI = 0xD9;
  private static final int SOS = 0xDA;
  private static final int APP1 = 0xE1;

  private final byte[] bytes;
  private final ByteBuffer buffer;
  private final long maxPixels;
  private int width;
  private int height;
  private Orientation orientation = Orientation.TOP_LEFT;

  JpegHeader(byte[] bytes, long maxPixels) {
    this.bytes = bytes;
    this.buffer = ByteBuffer.wrap(bytes);
    this.maxPixels = maxPixels;
  }

  SourceImage read() throws RejectedException {
    int at = 2;
    while (true) {
      int marker = nextMarker(at);
      int code = byteAt(marker);
      if (code == SOI || code == EOI) {
        throw corrupt("the image data is missing");
      }
      if (isStandalone(code)) {
        at = marker + 1;
        continue;
      }
      int end = segmentEnd(marker);
      if (isFrame(code)) {
        readFrame(code, marker + 3, end);
      } else if (code == APP1 && orientation == Orientation.TOP_LEFT) {
        orientation = ExifOrientation.read(buffer, marker + 3, end);
      } else if (code == SOS) {
        if (width == 0) {
          throw corrupt("the frame header is missing");
        }
        requireEnd(end);
        return SourceImage.jpeg(width, height, orientation);
      }
      at = end;
    }
  }

  private void readFrame(int code, int start, int end) throws RejectedException {
    if (end - start < 6) {
      throw corrupt("the frame header is too short");
    }
    int precision = byteAt(start);
    int components = byteAt(start + 5);
    height = shortAt(start + 1);
    width = shortAt(start + 3);
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
  }

  /**
   * Finds the end-of-image marker. Coded data never contains one, but a thumbnail ahead of it does,
   * and anything may follow.
   */
  private void requireEnd(int from) throws RejectedException {
    int last = bytes.length - 2;
    if (last >= from && byteAt(last) == 0xFF && byteAt(last + 1) == EOI) {
      return;
    }
    int at = from;
    while (true) {
      int marker = nextMarker(at);
      int code = byteAt(marker);
      if (code == EOI) {
        return;
      }
      at = isStandalone(code) ? marker + 1 : segmentEnd(marker);
    }
  }

  /** Position of the code of the next marker; stuffed zeroes and fill bytes are no codes. */
  private int nextMarker(int from) throws RejectedException {
    for (int i = from; i < bytes.length - 1; i++) {
      if (bytes[i] == (byte) 0xFF && bytes[i + 1] != 0 && bytes[i + 1] != (byte) 0xFF) {
        return i + 1;
      }
    }
    throw truncated();
  }

  private int segmentEnd(int marker) throws RejectedException {
    if (marker + 3 > bytes.length) {
      throw truncated();
    }
    int length = shortAt(marker + 1);
    if (length < 2) {
      throw corrupt("a segment has no length");
    }
    if (marker + 1 + length > bytes.length) {
      throw truncated();
    }
    return marker + 1 + length;
  }

  private static boolean isStandalone(int code) {
    return code == 0x01 || (code >= 0xD0 && code <= 0xD8);
  }

  private static boolean isFrame(int code) {
    return code >= 0xC0 && code <= 0xCF && code != 0xC4 && code != 0xC8 && code != 0xCC;
  }

  private int byteAt(int offset) {
    return bytes[offset] & 0xFF;
  }

  private int shortAt(int offset) {
    return buffer.getShort(offset) & 0xFFFF;
  }

  private static RejectedException truncated() {
    return new RejectedException(Reason.TRUNCATED, "the JPEG data ends before its end marker");
  }

  private static RejectedException corrupt(String what) {
    return new RejectedException(Reason.CORRUPT, "broken JPEG: " + what);
  }

  private static RejectedException unsupported(String what) {
    return new RejectedException(Reason.UNSUPPORTED_FORMAT, what + " is not supported");
  }
}
