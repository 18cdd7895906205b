package dev.darkroom.transforms.image.source;

import dev.darkroom.transforms.rejection.Reason;
import dev.darkroom.transforms.rejection.RejectedException;
import java.util.Map;
import java.util.Set;

/** Reads what a TIFF file says of its first page (TIFF 6.0), and where that page's pixels are. */
final class TiffHeader {
  private static final int WIDTH = 256;
  private static final int HEIGHT = 257;
  private static final int BITS = 258;
  private static final int COMPRESSION = 259;
  private static final int PHOTOMETRIC = 262;
  private static final int STRIP_OFFSETS = 273;
  private static final int ORIENTATION = 274;
  private static final int SAMPLES = 277;
  private static final int STRIP_ROWS = 278;
  private static final int STRIP_BYTES = 279;
  private static final int PLANAR = 284;
  private static final int TILE_WIDTH = 322;
  private static final int TILE_HEIGHT = 323;
  private static final int TILE_OFFSETS = 324;
  private static final int TILE_BYTES = 325;
  private static final int INK_SET = 332;
  private static final int SAMPLE_FORMAT = 339;
  private static final int DNG_VERSION = 50706;

  private static final int UNCOMPRESSED = 1;
  private static final int SEPARATE = 2;
  private static final int WHITE_IS_ZERO = 0;
  private static final int RGB = 2;
  private static final int PALETTE = 3;
  private static final int INKS = 5;
  private static final int YCBCR = 6;
  private static final int FILTER_MOSAIC = 32803;
  private static final int LINEAR_RAW = 34892;
  private static final Set<Long> JPEG = Set.of(6L, 7L);
  private static final Set<Long> DEPTHS = Set.of(1L, 2L, 4L, 8L, 16L);

  /** None, CCITT, LZW, JPEG, deflate and PackBits. */
  private static final Set<Long> COMPRESSIONS =
      Set.of(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 32773L, 32771L, 32946L);

  private static final Map<Long, String> OTHER_COMPRESSIONS =
      Map.of(
          32809L, "ThunderScan",
          34676L, "LogLuv",
          34712L, "JPEG 2000",
          34887L, "LERC",
          34925L, "LZMA",
          50000L, "Zstandard",
          50001L, "WebP",
          50002L, "JPEG XL");

  private final byte[] bytes;
  private final long maxPixels;

  TiffHeader(byte[] bytes, long maxPixels) {
    this.bytes = bytes;
    this.maxPixels = maxPixels;
  }

  SourceImage read() throws RejectedException {
    TiffDirectory tags = new TiffDirectory(bytes);
    int width = side(tags.value(WIDTH, 0));
    int height = side(tags.value(HEIGHT, 0));
    SourceImage.checkSize(width, height, maxPixels);
    int photometric = (int) tags.value(PHOTOMETRIC, WHITE_IS_ZERO);
    if (tags.has(DNG_VERSION) || photometric == FILTER_MOSAIC || photometric == LINEAR_RAW) {
      throw unsupported(ImageFormat.RAW.displayName());
    }
    int samples = (int) tags.value(SAMPLES, 1);
    long depth = depth(tags);
    checkKind(tags, photometric, samples, depth);
    checkData(tags, width, height, samples * depth);
    return SourceImage.builder()
        .format(ImageFormat.TIFF)
        .width(width)
        .height(height)
        .orientation(Orientation.ofExif((int) tags.value(ORIENTATION, 1)))
        .colour(colour(photometric))
        .deep(depth == 16)
        .transparent(transparent(tags, photometric, samples))
        .build();
  }

  private static int side(long value) {
    return (int) Math.min(Integer.MAX_VALUE, value);
  }

  private static Colour colour(int photometric) {
    return photometric < RGB ? Colour.GREY : photometric == INKS ? Colour.CMYK : Colour.RGB;
  }

  /** OpenCV does not say what the fourth sample is. */
  private static boolean transparent(TiffDirectory tags, int photometric, int samples)
      throws RejectedException {
    boolean unnamed = photometric == RGB && samples == 4 && !tags.has(TiffDirectory.EXTRA_SAMPLES);
    return unnamed || tags.value(TiffDirectory.EXTRA_SAMPLES, 0) != 0;
  }

  private static long depth(TiffDirectory tags) throws RejectedException {
    long depth = tags.value(BITS, 1);
    for (long bits : tags.values(BITS)) {
      if (bits != depth || !DEPTHS.contains(bits)) {
        throw unsupported(Math.max(bits, depth) + "-bit TIFF");
      }
    }
    for (long format : tags.values(SAMPLE_FORMAT)) {
      if (format != 1) {
        throw unsupported("TIFF of signed or floating-point samples");
      }
    }
    return depth;
  }

  private static void checkKind(TiffDirectory tags, int photometric, int samples, long depth)
      throws RejectedException {
    long compression = tags.value(COMPRESSION, UNCOMPRESSED);
    if (!COMPRESSIONS.contains(compression)) {
      String name = OTHER_COMPRESSIONS.get(compression);
      throw unsupported("TIFF of compression " + (name == null ? compression : name));
    }
    int colours = colourSamples(photometric);
    if (colours == 0 || tags.value(INK_SET, 1) != 1) {
      throw unsupported("TIFF of colour space " + photometric);
    }
    long extra = tags.values(TiffDirectory.EXTRA_SAMPLES).length;
    if (samples < colours || samples > colours + 1 || extra > samples - colours) {
      throw unsupported("TIFF of " + samples + " samples for each pixel");
    }
    checkSamples(tags, photometric, samples, depth);
  }

  /** What TwelveMonkeys makes other pixels of, or none. */
  private static void checkSamples(TiffDirectory tags, int photometric, int samples, long depth)
      throws RejectedException {
    if (samples > 1 && depth < 8) {
      throw unsupported("TIFF of " + samples + " samples of " + depth + " bits");
    }
    if (samples > 1 && (photometric == PALETTE || photometric == WHITE_IS_ZERO)) {
      throw unsupported(
          "TIFF of " + (photometric == PALETTE ? "palette" : "inverted grey") + " and alpha");
    }
    boolean jpeg = JPEG.contains(tags.value(COMPRESSION, UNCOMPRESSED));
    if (jpeg && samples == 2) {
      throw unsupported("TIFF of JPEG of 2 components");
    }
    if (jpeg && samples > 1 && tags.value(PLANAR, 1) == SEPARATE) {
      throw unsupported("TIFF of JPEG in planes");
    }
  }

  private static int colourSamples(int photometric) {
    switch (photometric) {
      case 0:
      case 1:
      case PALETTE:
        return 1;
      case RGB:
      case YCBCR:
        return 3;
      case INKS:
        return 4;
      default:
        return 0;
    }
  }

  /** Every strip or tile lies within the file and can hold its part of the pixels. */
  private static void checkData(TiffDirectory tags, int width, int height, long pixelBits)
      throws RejectedException {
    boolean tiled = tags.has(TILE_OFFSETS);
    long[] offsets = tags.values(tiled ? TILE_OFFSETS : STRIP_OFFSETS);
    long[] lengths = tags.values(tiled ? TILE_BYTES : STRIP_BYTES);
    long partWidth = tiled ? tags.value(TILE_WIDTH, 0) : width;
    long partHeight = tiled ? tags.value(TILE_HEIGHT, 0) : tags.value(STRIP_ROWS, height);
    partHeight = tiled ? partHeight : Math.min(partHeight, height);
    if (partWidth < 1
        || partHeight < 1
        || partWidth > 2L * width + 1024
        || partHeight > 2L * height + 1024) {
      throw TiffDirectory.corrupt("its parts are " + partWidth + "x" + partHeight + " pixels");
    }
    boolean separate = tags.value(PLANAR, 1) == SEPARATE;
    long planes = separate ? tags.value(SAMPLES, 1) : 1;
    long parts = ceil(width, partWidth) * ceil(height, partHeight) * planes;
    if (offsets.length < parts || (lengths.length < parts && lengths.length > 0)) {
      throw TiffDirectory.corrupt("it has " + offsets.length + " of " + parts + " parts");
    }
    boolean plain =
        tags.value(COMPRESSION, UNCOMPRESSED) == UNCOMPRESSED
            && tags.value(PHOTOMETRIC, 0) != YCBCR;
    for (int i = 0; i < parts; i++) {
      long length = lengths.length == 0 ? 1 : lengths[i];
      if (length < 1 || offsets[i] < 8) {
        throw TiffDirectory.corrupt("part " + i + " of its pixels is missing");
      }
      tags.requireBytes(offsets[i] + length);
      if (plain) {
        long part = i % (parts / planes);
        long rows = tiled ? partHeight : Math.min(partHeight, height - part * partHeight);
        long needed = rows * ceil(partWidth * pixelBits / planes, 8);
        if (lengths.length > 0 && length < needed) {
          throw TiffDirectory.corrupt("part " + i + " of its pixels is too short");
        }
        tags.requireBytes(offsets[i] + needed);
      }
    }
  }

  private static long ceil(long dividend, long divisor) {
    return (dividend + divisor - 1) / divisor;
  }

  private static RejectedException unsupported(String what) {
    return new RejectedException(Reason.UNSUPPORTED_FORMAT, what + " is not supported");
  }
}
