package dev.darkroom.transforms.image.imgscalr;

import dev.darkroom.transforms.image.jpeg.JpegSegments;
import dev.darkroom.transforms.rejection.RejectedException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A JPEG file less what makes ImageIO see other colours than libjpeg does. ImageIO converts by
 * embedded profiles, fails on profiles of the wrong kind, and takes a file that does not name its
 * colours for RGB where chroma is not subsampled. Libjpeg ignores profiles, and takes such a file
 * for YCbCr unless its components are called R, G and B ({@code default_decompress_parms}). So the
 * file says plainly what libjpeg would make of it; of four components it says nothing, and their
 * samples come as they are.
 */
final class BareJpeg {
  private static final byte[] START = {(byte) 0xFF, (byte) JpegSegments.SOI};

  /** Says YCbCr, or grey: version 1.1, aspect ratio 1:1, no thumbnail. */
  private static final byte[] JFIF =
      begun(JpegSegments.APP0, 'J', 'F', 'I', 'F', 0, 1, 1, 0, 0, 1, 0, 1, 0, 0);

  /** Says RGB: version 100, no flags, no transform. */
  private static final byte[] ADOBE_RGB =
      begun(JpegSegments.APP14, 'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, 0);

  private BareJpeg() {}

  static byte[] of(byte[] jpeg) throws RejectedException {
    JpegSegments segments = new JpegSegments(jpeg);
    ByteArrayOutputStream kept = new ByteArrayOutputStream();
    boolean jfif = false;
    boolean named = false;
    int components = 0;
    int transform = -1;
    for (int code = segments.next(); code != JpegSegments.SOS; code = segments.next()) {
      jfif |= code == JpegSegments.APP0 && segments.bodyStartsWith("JFIF\0");
      transform = Math.max(transform, segments.adobeTransform());
      named |= segments.namesRgb();
      components = segments.isFrame() ? segments.byteAt(5) : components;
      if (!isApplicationOrComment(code)) {
        kept.write(jpeg, segments.start(), segments.end() - segments.start());
      }
    }
    boolean rgb = !jfif && (transform == -1 ? named : transform == 0);
    byte[] head = components == 4 ? START : components == 3 && rgb ? ADOBE_RGB : JFIF;
    int from = segments.start();
    byte[] bare = Arrays.copyOf(head, head.length + kept.size() + jpeg.length - from);
    System.arraycopy(kept.toByteArray(), 0, bare, head.length, kept.size());
    System.arraycopy(jpeg, from, bare, head.length + kept.size(), jpeg.length - from);
    return bare;
  }

  /** A file's beginning, up to the end of a segment. */
  private static byte[] begun(int code, int... body) {
    ByteBuffer bytes = ByteBuffer.allocate(START.length + 4 + body.length).put(START);
    bytes.put((byte) 0xFF).put((byte) code).putShort((short) (2 + body.length));
    IntStream.of(body).forEach(value -> bytes.put((byte) value));
    return bytes.array();
  }

  private static boolean isApplicationOrComment(int code) {
    return (code >= JpegSegments.APP0 && code <= JpegSegments.APP15) || code == JpegSegments.COM;
  }
}
