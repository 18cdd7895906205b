package dev.darkroom.transforms.image.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Optional;

/** How each {@link ImageFormat} begins, from the formats' specifications. */
final class Signatures {
  private static final String BOX_END = "\r\n\u0087\n";

  private Signatures() {}

  static Optional<ImageFormat> match(byte[] b) {
    if (startsWith(b, "\u00FF\u00D8\u00FF")) {
      return Optional.of(ImageFormat.JPEG);
    }
    if (startsWith(b, "\u0089PNG\r\n\u001A\n")) {
      return Optional.of(ImageFormat.PNG);
    }
    if (startsWith(b, "GIF87a") || startsWith(b, "GIF89a")) {
      return Optional.of(ImageFormat.GIF);
    }
    if (startsWith(b, "RIFF") && hasAt(b, 8, "WEBP")) {
      return Optional.of(ImageFormat.WEBP);
    }
    if (isBmp(b)) {
      return Optional.of(ImageFormat.BMP);
    }
    if (startsWith(b, "II*\0")
        || startsWith(b, "MM\0*")
        || startsWith(b, "II+\0")
        || startsWith(b, "MM\0+")) {
      return Optional.of(ImageFormat.TIFF);
    }
    if (startsWith(b, "\u00FF\n") || startsWith(b, "\0\0\0\fJXL " + BOX_END)) {
      return Optional.of(ImageFormat.JPEG_XL);
    }
    if (startsWith(b, "\u00FFO\u00FFQ") || startsWith(b, "\0\0\0\fjP  " + BOX_END)) {
      return Optional.of(ImageFormat.JPEG_2000);
    }
    if (startsWith(b, "II\u00BC")) {
      return Optional.of(ImageFormat.JPEG_XR);
    }
    if (startsWith(b, "8BPS\0")) {
      return Optional.of(ImageFormat.PSD);
    }
    return hasAt(b, 4, "ftyp") ? isoMedia(b) : Optional.empty();
  }

  /** "BM" alone begins too many texts: the reserved field and the header's size must fit too. */
  private static boolean isBmp(byte[] b) {
    if (!startsWith(b, "BM") || !hasAt(b, 6, "\0\0\0\0") || !hasAt(b, 15, "\0\0\0")) {
      return false;
    }
    int headerSize = b[14];
    return headerSize == 12 || (headerSize >= 40 && headerSize <= 124);
  }

  private static Optional<ImageFormat> isoMedia(byte[] b) {
    boolean heif = false;
    int end = Math.min(b.length, b[3] & 0xFF);
    for (int i = 8; i + 4 <= end; i += 4) {
      String brand = new String(b, i, 4, ISO_8859_1);
      if (brand.equals("avif") || brand.equals("avis")) {
        return Optional.of(ImageFormat.AVIF);
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
}
