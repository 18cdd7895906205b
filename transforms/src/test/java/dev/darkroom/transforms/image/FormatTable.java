package dev.darkroom.transforms.image;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Every way of storing a picture that is told apart, and what is to become of it. */
final class FormatTable {
  private static final List<Integer> SCENE = List.of(0xCC2C2C, 0x28A03C, 0x364BC2, 0xDCBE3C);
  private static final List<Integer> GREY = List.of(0x5C5C5C, 0x717171, 0x525252, 0xB8B8B8);
  private static final List<Integer> ALPHA = List.of(0xCC2C2C, 0xC9E7CF, 0x364BC2, 0xF6EFCE);
  private static final List<Integer> GREY_ALPHA = List.of(0x5C5C5C, 0xDEDEDE, 0x525252, 0xEEEEEE);
  private static final List<Integer> CUT = List.of(0xCC2C2C, 0xFFFFFF, 0x364BC2, 0xFFFFFF);
  private static final List<Integer> INSET = List.of(0xFFFFFF, 0x28A03C, 0xFFFFFF, 0xDCBE3C);
  private static final List<Integer> BILEVEL = List.of(0, 0xFFFFFF, 0, 0xFFFFFF);
  private static final List<Integer> ONE = List.of(0xC86432, 0xC86432, 0xC86432, 0xC86432);
  private static final List<Integer> ONE_GREY = List.of(0xC8C8C8, 0xC8C8C8, 0xC8C8C8, 0xC8C8C8);
  private static final List<Integer> ROUGH = List.of(0x1E2030, 0x9822BF, 0x1E985D, 0xB49E82);
  private static final List<Integer> UPRIGHT = List.of(0x204340, 0x9B42C4, 0x207553, 0xA77694);
  private static final List<Integer> HILLY = List.of(0x1207A2, 0x872076, 0x3020E2, 0xA58DB7);
  private static final List<Integer> SLOPES = List.of(0xE1E0F5, 0xE6D1E5, 0x9B95F0, 0xCEBFD5);
  private static final List<Integer> NOISE = List.of(0x818181, 0x818181, 0x818181, 0x818181);
  private static final List<Integer> OUTSIDE = List.of(0x838383, 0x878787, 0x191919, 0x626060);
  private static final List<Integer> TWO_COLOURS = List.of(0x7F3975, 0x84B13F, 0x7F3975, 0x84B13F);

  private static final Set<EngineChoice> ALL =
      EnumSet.of(EngineChoice.TENSORFLOW, EngineChoice.IMGSCALR, EngineChoice.AUTO);
  private static final Set<EngineChoice> JVM = EnumSet.of(EngineChoice.IMGSCALR, EngineChoice.AUTO);
  private static final Set<EngineChoice> NATIVE =
      EnumSet.of(EngineChoice.TENSORFLOW, EngineChoice.AUTO);
  private static final Set<EngineChoice> NONE = EnumSet.noneOf(EngineChoice.class);

  static final List<Row> ROWS =
      List.of(
          row(ALL, "JPEG", "baseline, progressive, with restarts")
              .scene("images/baseline.jpg", "images/progressive.jpg", "images/restarts.jpg"),
          row(ALL, "JPEG", "4:4:4, 4:2:2, 4:4:0, 4:1:1, 4:1:0, other samplings")
              .scene(
                  "images/full-chroma.jpg",
                  "422.jpg",
                  "440.jpg",
                  "411.jpg",
                  "410.jpg",
                  "odd-sampling.jpg",
                  "most-chroma.jpg",
                  "progressive-410.jpg",
                  "progressive-422.jpg",
                  "progressive-444.jpg"),
          row(ALL, "JPEG", "grey")
              .shows(GREY, "images/grey.jpg", "grey-sampled.jpg", "linear-grey.jpg"),
          row(ALL, "JPEG", "RGB, unmarked, of other component names, Adobe's marker")
              .scene(
                  "images/unmarked.jpg",
                  "named-rgb.jpg",
                  "one-name.jpg",
                  "adobe-0.jpg",
                  "adobe-1.jpg",
                  "adobe-2.jpg",
                  "jfif-adobe-0.jpg"),
          row(ALL, "JPEG", "several pictures (MPO), gain map, trailing data, fill bytes")
              .scene("mpo.jpg", "gain-map.jpg", "trailing.jpg", "fill-bytes.jpg"),
          row(ALL, "JPEG", "damaged metadata over sound pixels")
              .scene("damaged-exif.jpg", "damaged-jfif.jpg", "damaged-icc.jpg", "two-exifs.jpg"),
          row(ALL, "JPEG", "with profiles, in one part or several")
              .scene("images/profile.jpg", "wide.jpg", "wide-in-parts.jpg", "srgb.jpg"),
          row(ALL, "JPEG", "EXIF orientation 1 to 8")
              .scene(numbered("images/orientation-", ".jpg")),
          row(JVM, "JPEG", "CMYK, YCCK, inverted by Adobe or not")
              .scene(
                  "cmyk-adobe.jpg",
                  "cmyk-subsampled.jpg",
                  "cmyk-unmarked.jpg",
                  "cmyk-profile.jpg",
                  "ycck-adobe.jpg",
                  "ycck-adobe-1.jpg",
                  "images/cmyk.jpg"),
          row(NATIVE, "JPEG", "arithmetic-coded")
              .scene("arithmetic.jpg", "arithmetic-progressive.jpg"),
          row(NONE, "JPEG", "12-bit, lossless, of two components")
              .refused(
                  "12-bit JPEG",
                  "12-bit.jpg",
                  "lossless or hierarchical JPEG",
                  "lossless.jpg",
                  "JPEG of 2 components",
                  "two-components.jpg"),
          row(ALL, "PNG", "RGB, 8 and 16 bits").scene(both("rgb-8", "rgb-16")),
          row(ALL, "PNG", "RGB and alpha, 8 and 16 bits")
              .shows(ALPHA, both("alpha-rgb-8", "alpha-rgb-16")),
          row(ALL, "PNG", "grey, 4, 8 and 16 bits")
              .shows(GREY, both("grey-4", "grey-8", "grey-16")),
          row(ALL, "PNG", "grey, 2 bits")
              .shows(List.of(0x555555, 0x555555, 0x555555, 0xAAAAAA), both("grey-2")),
          row(ALL, "PNG", "grey, 1 bit").shows(List.of(0, 0, 0, 0xFFFFFF), both("grey-1")),
          row(ALL, "PNG", "grey and alpha, 8 and 16 bits")
              .shows(GREY_ALPHA, both("alpha-grey-8", "alpha-grey-16")),
          row(ALL, "PNG", "palette, 2, 4 and 8 bits")
              .scene(both("palette-2", "palette-4", "palette-8")),
          row(ALL, "PNG", "palette, 1 bit").shows(TWO_COLOURS, both("palette-1")),
          row(ALL, "PNG", "transparent colour, 16 bits").shows(CUT, "cut-rgb-16.png"),
          row(ALL, "PNG", "transparent grey, 2 bits")
              .shows(List.of(0x555555, 0xFFFFFF, 0x555555, 0xFFFFFF), "cut-grey-2.png"),
          row(ALL, "PNG", "transparent grey, 16 bits")
              .shows(List.of(0x5C5C5C, 0xFFFFFF, 0x525252, 0xFFFFFF), "cut-grey-16.png"),
          row(ALL, "PNG", "animated (first picture), gamma, damaged profile")
              .scene("animated.png", "gamma.png", "damaged-icc.png", "wide.png"),
          row(ALL, "PNG", "eXIf orientation 1 to 8").scene(numbered("orientation-", ".png")),
          row(JVM, "GIF", "plain, interlaced, with extensions")
              .scene(
                  "plain.gif",
                  "interlaced.gif",
                  "interlaced-4.gif",
                  "single-bytes.gif",
                  "transparent-beyond.gif",
                  "comments.gif",
                  "images/scene.gif"),
          row(JVM, "GIF", "grey").shows(GREY, "grey.gif"),
          row(JVM, "GIF", "transparent").shows(CUT, "cut.gif"),
          row(JVM, "GIF", "animated (first frame)").scene("animated.gif", "overhang.gif"),
          row(JVM, "GIF", "first frame smaller than the screen").shows(INSET, "inset-cut.gif"),
          row(JVM, "BMP", "4, 8, 16, 24, 32 bits, bit fields, OS/2, upside down")
              .scene(
                  "4.bmp",
                  "4-gap.bmp",
                  "8.bmp",
                  "16.bmp",
                  "16-bitfields.bmp",
                  "24.bmp",
                  "24-os2.bmp",
                  "24-v5.bmp",
                  "24-downwards.bmp",
                  "32.bmp",
                  "32-bitfields.bmp"),
          row(JVM, "BMP", "1 bit").shows(TWO_COLOURS, "1.bmp", "1-os2.bmp"),
          row(JVM, "BMP", "run-length coded").scene("rle8.bmp", "rle4.bmp"),
          row(JVM, "BMP", "alpha (V4, V5)").shows(ALPHA, "alpha-v4.bmp", "alpha-v5.bmp"),
          row(JVM, "WebP", "lossy, lossless, animated (first frame)")
              .scene(
                  "lossy.webp",
                  "lossless.webp",
                  "quality-0.webp",
                  "animated.webp",
                  "animated-lossy.webp",
                  "wide.webp"),
          row(JVM, "WebP", "alpha")
              .shows(ALPHA, "alpha-lossy.webp", "alpha-lossless.webp", "raw-alpha.webp"),
          row(JVM, "WebP", "transparent").shows(CUT, "cut.webp"),
          row(JVM, "WebP", "lossless, with some noise").shows(HILLY, "hilly.webp"),
          row(JVM, "WebP", "lossless, with noise and alpha").shows(ROUGH, "rough.webp"),
          row(JVM, "WebP", "lossy, of strong and simple filters, in segments and partitions")
              .shows(
                  HILLY,
                  "lossy-0.webp",
                  "lossy-30.webp",
                  "lossy-75.webp",
                  "lossy-100.webp",
                  "lossy-strong.webp",
                  "lossy-simple.webp",
                  "lossy-partitions.webp"),
          row(JVM, "WebP", "lossy, with noise and alpha")
              .shows(
                  ROUGH,
                  "lossy-alpha.webp",
                  "raw-alpha-horizontal.webp",
                  "raw-alpha-vertical.webp",
                  "raw-alpha-gradient.webp",
                  "lossy-rough.webp"),
          row(JVM, "WebP", "lossy, with filtered alpha").shows(SLOPES, "alpha-filtered.webp"),
          row(JVM, "WebP", "lossy, of headers that no encoder writes")
              .shows(
                  NOISE,
                  "lossy-noise-normal.webp",
                  "lossy-noise-simple.webp",
                  "lossy-noise-skipped.webp"),
          row(JVM, "WebP", "lossy, of coefficients that no encoder writes")
              .shows(OUTSIDE, "lossy-noise-outside.webp"),
          row(JVM, "WebP", "lossy, upright").shows(UPRIGHT, "lossy-narrow.webp"),
          row(JVM, "WebP", "of one colour").shows(ONE, "blank.webp", "lossy-pixel.webp"),
          row(JVM, "WebP", "first frame smaller than the image")
              .shows(INSET, "inset-animated.webp"),
          row(JVM, "WebP", "EXIF orientation 1 to 8").scene(numbered("orientation-", ".webp")),
          row(JVM, "TIFF", "RGB: plain, LZW, deflate, PackBits, predictor")
              .scene(
                  "plain.tif",
                  "strips.tif",
                  "lzw.tif",
                  "deflate.tif",
                  "old-deflate.tif",
                  "packbits.tif",
                  "predictor.tif",
                  "wide.tif"),
          row(JVM, "TIFF", "tiles, planes, big-endian, BigTIFF, several pages")
              .scene(
                  "tiled.tif",
                  "planar.tif",
                  "planar-tiled.tif",
                  "big-endian.tif",
                  "big.tif",
                  "two-pages.tif"),
          row(JVM, "TIFF", "JPEG").scene("jpeg.tif", "jpeg-tiled.tif", "jpeg-strips.tif"),
          row(JVM, "TIFF", "palette, RGB of 16 bits")
              .scene("palette.tif", "palette-of-bytes.tif", "rgb-16.tif"),
          row(JVM, "TIFF", "CMYK").scene("cmyk.tif", "cmyk-profile.tif"),
          row(JVM, "TIFF", "alpha")
              .shows(ALPHA, "alpha.tif", "weighted-alpha.tif", "unnamed-alpha.tif"),
          row(JVM, "TIFF", "grey, 4, 8 and 16 bits, white as 0")
              .shows(GREY, "grey.tif", "grey-16.tif", "white-is-zero.tif", "grey-4.tif"),
          row(JVM, "TIFF", "of one colour").shows(ONE_GREY, "blank.tif"),
          row(JVM, "TIFF", "bilevel, CCITT")
              .shows(
                  BILEVEL,
                  "bilevel.tif",
                  "bilevel-ccitt.tif",
                  "bilevel-group3.tif",
                  "bilevel-group4.tif",
                  "backwards-bits.tif"),
          row(JVM, "TIFF", "orientation 1 to 8").scene(numbered("orientation-", ".tif")),
          row(NONE, "TIFF", "32-bit, floating-point, Zstandard, LZMA")
              .refused(
                  "32-bit TIFF",
                  "grey-32.tif",
                  "32-bit TIFF",
                  "float.tif",
                  "TIFF of compression Zstandard",
                  "zstd.tif",
                  "TIFF of compression LZMA",
                  "lzma.tif"),
          row(
                  NONE,
                  "TIFF",
                  "RGB of 4 bits, palette or inverted grey and alpha, JPEG in planes or of grey and alpha")
              .refused(
                  "TIFF of 3 samples of 4 bits",
                  "rgb-4.tif",
                  "TIFF of palette and alpha",
                  "palette-alpha.tif",
                  "TIFF of inverted grey and alpha",
                  "white-is-zero-alpha.tif",
                  "TIFF of JPEG of 2 components",
                  "grey-alpha-jpeg.tif",
                  "TIFF of JPEG in planes",
                  "jpeg-planes.tif"),
          row(NONE, "others", "JPEG XL, JPEG 2000, JPEG XR, AVIF, HEIF, PSD, QOI, Netpbm")
              .refused(
                  "JPEG XL",
                  "bare.jxl",
                  "JPEG XL",
                  "boxed.jxl",
                  "JPEG 2000",
                  "small.jp2",
                  "JPEG 2000",
                  "bare.j2k",
                  "JPEG XR",
                  "small.jxr",
                  "AVIF",
                  "small.avif",
                  "HEIF",
                  "phone.heic",
                  "PSD",
                  "small.psd",
                  "QOI",
                  "small.qoi",
                  "Netpbm",
                  "small.ppm"),
          row(NONE, "others", "ICO, PCX, DDS, SGI, OpenEXR, Radiance HDR, SVG, PDF")
              .refused(
                  "ICO",
                  "small.ico",
                  "PCX",
                  "small.pcx",
                  "DDS",
                  "small.dds",
                  "SGI",
                  "small.sgi",
                  "OpenEXR",
                  "small.exr",
                  "Radiance HDR",
                  "small.hdr",
                  "SVG",
                  "drawing.svg",
                  "PDF",
                  "scan.pdf"),
          row(NONE, "others", "camera raw: CR2, CR3, DNG, ORF, RAF, RW2")
              .refused(
                  "camera raw",
                  "camera.cr2",
                  "camera raw",
                  "camera.cr3",
                  "camera raw",
                  "camera.dng",
                  "camera raw",
                  "camera.orf",
                  "camera raw",
                  "camera.raf",
                  "camera raw",
                  "camera.rw2"));

  private FormatTable() {}

  private static Draft row(Set<EngineChoice> readers, String format, String kind) {
    return new Draft(readers, format, kind);
  }

  private static String[] both(String... names) {
    return Arrays.stream(names)
        .flatMap(name -> Stream.of(name + ".png", name + "-interlaced.png"))
        .toArray(String[]::new);
  }

  private static String[] numbered(String before, String after) {
    return IntStream.rangeClosed(1, 8).mapToObj(i -> before + i + after).toArray(String[]::new);
  }

  /** A file, and what it is called where it is refused by everyone. */
  record Sample(String file, String refusedAs) {
    byte[] bytes() {
      return Fixtures.bytes(file.startsWith("images/") ? file.substring(7) : "formats/" + file);
    }
  }

  record Row(
      Set<EngineChoice> readers,
      String format,
      String kind,
      List<Sample> samples,
      List<Integer> colours) {
    @Override
    public String toString() {
      return format + ", " + kind;
    }
  }

  private record Draft(Set<EngineChoice> readers, String format, String kind) {
    Row scene(String... files) {
      return shows(SCENE, files);
    }

    Row shows(List<Integer> colours, String... files) {
      List<Sample> samples = Arrays.stream(files).map(file -> new Sample(file, "")).toList();
      return new Row(readers, format, kind, samples, colours);
    }

    Row refused(String... namesAndFiles) {
      List<Sample> samples =
          IntStream.range(0, namesAndFiles.length / 2)
              .mapToObj(i -> new Sample(namesAndFiles[2 * i + 1], namesAndFiles[2 * i]))
              .toList();
      return new Row(readers, format, kind, samples, List.of());
    }
  }
}
