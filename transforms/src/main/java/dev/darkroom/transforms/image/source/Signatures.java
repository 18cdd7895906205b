package dev.darkroom.transforms.image.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How each {@link ImageFormat} begins, from the formats' specifications. */
final class Signatures {
  private static final String BOX_END = "\r\n\u0087\n";
  private static final int SVG_PROLOGUE = 1024;

  /** The more special ones come first. */
  private static final List<Signature> SIGNATURES =
      List.of(
          new Signature(ImageFormat.JPEG, "\u00FF\u00D8\u00FF"),
          new Signature(ImageFormat.PNG, "\u0089PNG\r\n\u001A\n"),
          new Signature(ImageFormat.GIF, "GIF87a"),
          new Signature(ImageFormat.GIF, "GIF89a"),
          new Signature(ImageFormat.RAW, "II*\0\u0010\0\0\0CR"),
          new Signature(ImageFormat.TIFF, "II*\0"),
          new Signature(ImageFormat.TIFF, "MM\0*"),
          new Signature(ImageFormat.TIFF, "II+\0"),
          new Signature(ImageFormat.TIFF, "MM\0+"),
          new Signature(ImageFormat.JPEG_XL, "\u00FF\n"),
          new Signature(ImageFormat.JPEG_XL, "\0\0\0\fJXL " + BOX_END),
          new Signature(ImageFormat.JPEG_2000, "\u00FFO\u00FFQ"),
          new Signature(ImageFormat.JPEG_2000, "\0\0\0\fjP  " + BOX_END),
          new Signature(ImageFormat.JPEG_XR, "II\u00BC"),
          new Signature(ImageFormat.PSD, "8BPS\0"),
          new Signature(ImageFormat.RAW, "FUJIFILMCCD-RAW"),
          new Signature(ImageFormat.RAW, "IIRO"),
          new Signature(ImageFormat.RAW, "IIRS"),
          new Signature(ImageFormat.RAW, "MMOR"),
          new Signature(ImageFormat.RAW, "IIU\0"),
          new Signature(ImageFormat.RAW, "\0MRM"),
          new Signature(ImageFormat.RAW, "FOVb"),
          new Signature(ImageFormat.QOI, "qoif"),
          new Signature(ImageFormat.DDS, "DDS |\0\0\0"),
          new Signature(ImageFormat.SGI, "\u0001\u00DA\0"),
          new Signature(ImageFormat.SGI, "\u0001\u00DA\u0001"),
          new Signature(ImageFormat.EXR, "v/1\u0001"),
          new Signature(ImageFormat.HDR, "#?RADIANCE"),
          new Signature(ImageFormat.HDR, "#?RGBE"),
          new Signature(ImageFormat.PDF, "%PDF-"),
          new Signature(ImageFormat.POSTSCRIPT, "%!PS"));

  private Signatures() {}

  static Optional<ImageFormat> match(byte[] b) {
    for (Signature signature : SIGNATURES) {
      if (startsWith(b, signature.latin1)) {
        return Optional.of(signature.format);
      }
    }
    if (isBmp(b)) {
      return Optional.of(ImageFormat.BMP);
    }
    if (startsWith(b, "RIFF") && hasAt(b, 8, "WEBP")) {
      return Optional.of(ImageFormat.WEBP);
    }
    if (hasAt(b, 4, "ftyp")) {
      return isoMedia(b);
    }
    if (isNetpbm(b)) {
      return Optional.of(ImageFormat.NETPBM);
    }
    if (isIcon(b)) {
      return Optional.of(ImageFormat.ICO);
    }
    if (isPcx(b)) {
      return Optional.of(ImageFormat.PCX);
    }
    return isSvg(b) ? Optional.of(ImageFormat.SVG) : Optional.empty();
  }

  /** "BM" alone begins too many texts: the reserved field and the header's size must fit too. */
  private static boolean isBmp(byte[] b) {
    if (!startsWith(b, "BM") || !hasAt(b, 6, "\0\0\0\0") || !hasAt(b, 15, "\0\0\0")) {
      return false;
    }
    int headerSize = b[14];
    return headerSize == 12 || headerSize == 16 || (headerSize >= 40 && headerSize <= 124);
  }

  /** A letter and a digit alone begin too many texts: white space and a number must follow. */
  private static boolean isNetpbm(byte[] b) {
    boolean kind = b.length > 4 && b[0] == 'P' && "1234567Ff".indexOf(b[1]) >= 0;
    boolean space = kind && (b[2] == '\n' || b[2] == ' ' || b[2] == '\r' || b[2] == '\t');
    return space && (b[3] == '#' || (b[3] >= '0' && b[3] <= '9') || (b[1] == '7' && b[3] == 'W'));
  }

  /** A table of pictures, the first of which begins behind the table. */
  private static boolean isIcon(byte[] b) {
    boolean kind = startsWith(b, "\0\0\u0001\0") || startsWith(b, "\0\0\u0002\0");
    return kind
        && b.length > 21
        && b[4] > 0
        && b[5] == 0
        && b[9] == 0
        && ((b[18] & 0xFF) | (b[19] & 0xFF) << 8) == 6 + 16 * b[4]
        && b[20] == 0
        && b[21] == 0;
  }

  private static boolean isPcx(byte[] b) {
    return b.length >= 128
        && b[0] == 10
        && b[1] >= 0
        && b[1] <= 5
        && b[2] == 1
        && (b[3] == 1 || b[3] == 2 || b[3] == 4 || b[3] == 8)
        && b[64] == 0;
  }

  private static boolean isSvg(byte[] b) {
    int length = Math.min(b.length, SVG_PROLOGUE);
    String text = new String(b, 0, length, ISO_8859_1);
    String start = text.startsWith("\u00EF\u00BB\u00BF") ? text.substring(3) : text;
    String first = start.stripLeading().toLowerCase(Locale.ROOT);
    boolean html = first.startsWith("<!doctype html") || first.startsWith("<html");
    return first.startsWith("<") && !html && first.contains("<svg");
  }

  private static Optional<ImageFormat> isoMedia(byte[] b) {
    boolean heif = false;
    int end = Math.min(b.length, b[3] & 0xFF);
    for (int i = 8; i + 4 <= end; i += 4) {
      String brand = new String(b, i, 4, ISO_8859_1);
      if (brand.equals("avif") || brand.equals("avis")) {
        return Optional.of(ImageFormat.AVIF);
      }
      if (brand.equals("crx ")) {
        return Optional.of(ImageFormat.RAW);
      }
      heif |= brand.startsWith("hei") || brand.startsWith("hev") || brand.equals("mif1");
    }
    return heif ? Optional.of(ImageFormat.HEIF) : Optional.empty();
  }

  private static boolean startsWith(byte[] b, String latin1) {
    return hasAt(b, 0, latin1);
  }

  private static boolean hasAt(byte[] b, int offset, String latin1) {
    if (b.length < offset + latin1.length()) {
      return false;
    }
    for (int i = 0; i < latin1.length(); i++) {
      if ((b[offset + i] & 0xFF) != latin1.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** The bytes that a format begins with, as Latin-1. */
  private static final class Signature {
    private final ImageFormat format;
    private final String latin1;

    Signature(ImageFormat format, String latin1) {
      this.format = format;
      this.latin1 = latin1;
    }
  }
}
