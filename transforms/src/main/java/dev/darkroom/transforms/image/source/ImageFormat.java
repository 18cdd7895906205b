package dev.darkroom.transforms.image.source;

import java.util.Optional;

/** Image formats that are told apart by their first bytes, whether or not an engine reads them. */
public enum ImageFormat {
  /** ITU-T T.81. */
  JPEG("JPEG"),
  /** ISO/IEC 15948. */
  PNG("PNG"),
  /** GIF87a and GIF89a. */
  GIF("GIF"),
  /** Windows and OS/2 bitmap. */
  BMP("BMP"),
  /** RFC 9649. */
  WEBP("WebP"),
  /** TIFF 6.0 and BigTIFF. */
  TIFF("TIFF"),
  /** ISO/IEC 23008-12, as phones write it (HEIC). */
  HEIF("HEIF"),
  /** AV1 in a HEIF container. */
  AVIF("AVIF"),
  /** ISO/IEC 18181, bare or in a container. */
  JPEG_XL("JPEG XL"),
  /** ISO/IEC 15444, bare or in a container. */
  JPEG_2000("JPEG 2000"),
  /** ITU-T T.832. */
  JPEG_XR("JPEG XR"),
  /** Adobe Photoshop document. */
  PSD("PSD"),
  /** What cameras' sensors saw, in one of their makers' formats. */
  RAW("camera raw"),
  /** Windows icons and cursors. */
  ICO("ICO"),
  /** Netpbm: PBM, PGM, PPM, PAM and PFM. */
  NETPBM("Netpbm"),
  /** The Quite OK Image format. */
  QOI("QOI"),
  /** ZSoft Paintbrush. */
  PCX("PCX"),
  /** DirectDraw surface. */
  DDS("DDS"),
  /** Silicon Graphics image. */
  SGI("SGI"),
  /** OpenEXR. */
  EXR("OpenEXR"),
  /** Radiance HDR. */
  HDR("Radiance HDR"),
  /** Scalable vector graphics. */
  SVG("SVG"),
  /** Portable document format. */
  PDF("PDF"),
  /** PostScript, encapsulated or not. */
  POSTSCRIPT("PostScript");

  private final String displayName;

  ImageFormat(String displayName) {
    this.displayName = displayName;
  }

  /** The name as people write it. */
  public String displayName() {
    return displayName;
  }

  /**
   * The format that the bytes begin like, which does not mean that the rest is sound. Never looks
   * at a name.
   */
  public static Optional<ImageFormat> sniff(byte[] bytes) {
    return Signatures.match(bytes);
  }
}
