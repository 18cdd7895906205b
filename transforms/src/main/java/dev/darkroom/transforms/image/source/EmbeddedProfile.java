package dev.darkroom.transforms.image.source;

import dev.darkroom.transforms.image.jpeg.JpegSegments;
import dev.darkroom.transforms.rejection.RejectedException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Takes a colour profile out of an image file; an empty array stands for none. */
final class EmbeddedProfile {
  private static final byte[] NONE = {};
  private static final String JPEG_NAME = "ICC_PROFILE\0";
  private static final int TIFF_TAG = 34675;
  private static final int PNG_CHUNK = 0x69434350;
  private static final int PNG_DATA = 0x49444154;

  /** Four times the largest profiles of printers; a small file can hold as much as it likes. */
  private static final int MOST_BYTES = 1 << 23;

  private EmbeddedProfile() {}

  static byte[] find(byte[] file, ImageFormat format) throws RejectedException {
    switch (format) {
      case JPEG:
        return inJpeg(file);
      case PNG:
        return inPng(file);
      case WEBP:
        return inWebp(file);
      case TIFF:
        return new TiffDirectory(file).bytes(TIFF_TAG);
      default:
        return NONE;
    }
  }

  /** In numbered parts of 64 kB, in any order. */
  private static byte[] inJpeg(byte[] file) throws RejectedException {
    JpegSegments segments = new JpegSegments(file);
    byte[][] parts = {};
    int code = segments.next();
    while (code != JpegSegments.SOS && code != JpegSegments.EOI) {
      int from = segments.body() + JPEG_NAME.length() + 2;
      if (code == JpegSegments.APP2
          && segments.bodyStartsWith(JPEG_NAME)
          && from <= segments.end()) {
        parts = parts.length == 0 ? new byte[file[from - 1] & 0xFF][] : parts;
        parts[(file[from - 2] & 0xFF) - 1] = Arrays.copyOfRange(file, from, segments.end());
      }
      code = segments.next();
    }
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      if (part == null) {
        return NONE;
      }
      whole.write(part, 0, part.length);
    }
    return whole.toByteArray();
  }

  /** Behind a name, a zero, and the number of the only method of compression. */
  private static byte[] inPng(byte[] file) {
    ByteBuffer buffer = ByteBuffer.wrap(file);
    int at = 8;
    while (buffer.getInt(at + 4) != PNG_DATA) {
      int length = buffer.getInt(at);
      if (buffer.getInt(at + 4) == PNG_CHUNK) {
        int from = at + 8;
        while (file[from] != 0) {
          from++;
        }
        return inflated(file, from + 2, at + 8 + length);
      }
      at += 12 + length;
    }
    return NONE;
  }

  private static byte[] inflated(byte[] file, int from, int to) {
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(file, from, to - from);
      byte[] part = new byte[1 << 12];
      ByteArrayOutputStream whole = new ByteArrayOutputStream();
      int count = inflater.inflate(part);
      while (count > 0 && whole.size() <= MOST_BYTES) {
        whole.write(part, 0, count);
        count = inflater.inflate(part);
      }
      return inflater.finished() ? whole.toByteArray() : NONE;
    } catch (DataFormatException e) {
      return NONE;
    } finally {
      inflater.end();
    }
  }

  private static byte[] inWebp(byte[] file) throws RejectedException {
    WebpChunks chunks = WebpChunks.ofFile(file);
    while (chunks.next()) {
      if (chunks.is("ICCP")) {
        return Arrays.copyOfRange(file, chunks.body(), chunks.body() + chunks.size());
      }
    }
    return NONE;
  }
}
