package dev.darkroom.transforms.image.jpeg;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.darkroom.transforms.rejection.Reason;
import dev.darkroom.transforms.rejection.RejectedException;

/**
 * A cursor over a JPEG file's markers (ITU-T T.81, annex B); coded data between them is skipped.
 */
public final class JpegSegments {
  /** Quantisation tables. */
  public static final int DQT = 0xDB;

  /** Huffman tables. */
  public static final int DHT = 0xC4;

  /** Restart interval. */
  public static final int DRI = 0xDD;

  /** Start of image. */
  public static final int SOI = 0xD8;

  /** End of image. */
  public static final int EOI = 0xD9;

  /** Start of scan. */
  public static final int SOS = 0xDA;

  /** The first application segment, JFIF. */
  public static final int APP0 = 0xE0;

  /** EXIF and XMP. */
  public static final int APP1 = 0xE1;

  /** Colour profiles. */
  public static final int APP2 = 0xE2;

  /** Adobe's. */
  public static final int APP14 = 0xEE;

  /** The last application segment. */
  public static final int APP15 = 0xEF;

  /** Frame header of JPEG-LS (ITU-T T.87). */
  static final int JPEG_LS = 0xF7;

  /** Comment. */
  public static final int COM = 0xFE;

  private static final int ADOBE_TRANSFORM = 11;

  private final byte[] bytes;
  private int start;
  private int strays;
  private int end;

  /** Begins behind the start-of-image marker. */
  public JpegSegments(byte[] bytes) {
    this.bytes = bytes;
    this.end = 2;
  }

  /** Goes on from {@code position}, which is behind the coded data of a scan. */
  void moveTo(int position) {
    end = position;
  }

  /**
   * Moves to the next marker and gives its code.
   *
   * @throws RejectedException if the file ends before, or a segment has no length
   */
  public int next() throws RejectedException {
    int from = end;
    start = markerFrom(from);
    int code = code();
    strays = 0;
    for (int i = from; i < start; i++) {
      strays += bytes[i] == (byte) 0xFF ? 0 : 1;
    }
    boolean alone = code == 0x01 || (code >= 0xD0 && code <= EOI);
    end = alone ? start + 2 : segmentEnd();
    return code;
  }

  /** How many bytes between the marker and what was before it belong to neither. */
  public int strays() {
    return strays;
  }

  /** The code of the marker. */
  public int code() {
    return bytes[start + 1] & 0xFF;
  }

  /** Where the marker begins. */
  public int start() {
    return start;
  }

  /** Where the content begins, behind marker and length. */
  public int body() {
    return start + 4;
  }

  /** Just behind the segment. */
  public int end() {
    return end;
  }

  /** Whether it is a frame header, of whatever process. */
  public boolean isFrame() {
    int code = code();
    boolean other = code == DHT || code == 0xC8 || code == 0xCC;
    return code == JPEG_LS || (code >= 0xC0 && code <= 0xCF && !other);
  }

  /** Whether it is a marker that sequential and progressive files can have. */
  public boolean isKnown() {
    int code = code();
    boolean application = code >= APP0 && code <= APP15;
    return application || code == COM || code == 0x01 || (code >= 0xC0 && code <= 0xDD);
  }

  /** Whether it is a frame header of three components that are called R, G and B. */
  public boolean namesRgb() {
    return isFrame() && byteAt(5) == 3 && byteAt(6) == 'R' && byteAt(9) == 'G' && byteAt(12) == 'B';
  }

  /** The transform that Adobe's segment names; -1 if this is none, or one cut short. */
  public int adobeTransform() {
    boolean adobe = code() == APP14 && bodyStartsWith("Adobe");
    return adobe && end - body() > ADOBE_TRANSFORM ? byteAt(ADOBE_TRANSFORM) : -1;
  }

  /** Whether the content begins with these characters. */
  public boolean bodyStartsWith(String latin1) {
    int length = latin1.length();
    return end - body() >= length && new String(bytes, body(), length, ISO_8859_1).equals(latin1);
  }

  /** A byte of the content. */
  public int byteAt(int offset) {
    return bytes[body() + offset] & 0xFF;
  }

  /** Two bytes of the content. */
  public int shortAt(int offset) {
    return byteAt(offset) << 8 | byteAt(offset + 1);
  }

  /** Stuffed zeroes and fill bytes are no markers. */
  private int markerFrom(int from) throws RejectedException {
    for (int i = from; i < bytes.length - 1; i++) {
      if (bytes[i] == (byte) 0xFF && bytes[i + 1] != 0 && bytes[i + 1] != (byte) 0xFF) {
        return i;
      }
    }
    throw truncated();
  }

  private int segmentEnd() throws RejectedException {
    if (body() > bytes.length) {
      throw truncated();
    }
    int length = shortAt(-2);
    if (length < 2) {
      throw corrupt("a segment has no length");
    }
    if (start + 2 + length > bytes.length) {
      throw truncated();
    }
    return start + 2 + length;
  }

  /** A rejection of a file that is damaged. */
  public static RejectedException corrupt(String what) {
    return new RejectedException(Reason.CORRUPT, "broken JPEG: " + what);
  }

  static RejectedException truncated() {
    return new RejectedException(Reason.TRUNCATED, "the JPEG data ends before its end marker");
  }
}
