package dev.darkroom.transforms.image.imgscalr;

import dev.darkroom.transforms.image.jpeg.JpegSegments;
import dev.darkroom.transforms.rejection.RejectedException;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * A JPEG file less what makes ImageIO see other colours than libjpeg does. ImageIO converts by
 * embedded profiles, fails on profiles of the wrong kind, and takes a file that does not name its
 * colours for RGB where chroma is not subsampled. Libjpeg ignores profiles, and takes such a file
 * for YCbCr unless its components are called R, G and B ({@code default_decompress_parms}).
 */
final class BareJpeg {
  /** Says YCbCr, or grey: version 1.1, aspect ratio 1:1, no thumbnail. */
  private static final byte[] JFIF = {
    (byte) 0xFF,
    (byte) JpegSegments.SOI,
    (byte) 0xFF,
    (byte) JpegSegments.APP0,
    0,
    16,
    'J',
    'F',
    'I',
    'F',
    0,
    1,
    1,
    0,
    0,
    1,
    0,
    1,
    0,
    0
  };

  private static final byte[] START = {(byte) 0xFF, (byte) JpegSegments.SOI};

  private BareJpeg() {}

  static byte[] of(byte[] jpeg) throws RejectedException {
    JpegSegments segments = new JpegSegments(jpeg);
    ByteArrayOutputStream kept = new ByteArrayOutputStream();
    boolean jfif = false;
    boolean otherwise = false;
    for (int code = segments.next(); code != JpegSegments.SOS; code = segments.next()) {
      jfif |= code == JpegSegments.APP0 && segments.bodyStartsWith("JFIF\0");
      otherwise |= code == JpegSegments.APP14 && segments.bodyStartsWith("Adobe");
      otherwise |= segments.namesRgb() || (segments.isFrame() && segments.byteAt(5) == 4);
      if (code == JpegSegments.APP14 || !isApplicationOrComment(code)) {
        kept.write(jpeg, segments.start(), segments.end() - segments.start());
      }
    }
    byte[] head = (jfif || !otherwise) ? JFIF : START;
    int from = segments.start();
    byte[] bare = Arrays.copyOf(head, head.length + kept.size() + jpeg.length - from);
    System.arraycopy(kept.toByteArray(), 0, bare, head.length, kept.size());
    System.arraycopy(jpeg, from, bare, head.length + kept.size(), jpeg.length - from);
    return bare;
  }

  private static boolean isApplicationOrComment(int code) {
    return (code >= JpegSegments.APP0 && code <= JpegSegments.APP15) || code == JpegSegments.COM;
  }
}
