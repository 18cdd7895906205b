package dev.darkroom.transforms.image.source;

import dev.darkroom.transforms.rejection.Reason;
import dev.darkroom.transforms.rejection.RejectedException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;

/** Walks a PNG file's chunks (ISO/IEC 15948, clause 5) without decoding any pixels. */
final class PngHeader {
  private static final int SIGNATURE_BYTES = 8;
  private static final int HEADER_BYTES = 13;
  private static final int IHDR = 0x49484452;
  private static final int PLTE = 0x504C5445;
  private static final int IDAT = 0x49444154;
  private static final int IEND = 0x49454E44;
  private static final int TRNS = 0x74524E53;
  private static final Set<Integer> CRITICAL = Set.of(IHDR, PLTE, IDAT, IEND);
  private static final int ACTL = 0x6163544C;
  private static final int CGBI = 0x43674249;
  private static final int ANCILLARY = 0x20000000;
  private static final int EXIF = 0x65584966;

  /** How long chunks are that Pillow refuses the file for where they are shorter. */
  private static final Map<Integer, Integer> LENGTHS =
      Map.of(
          0x67414D41, 4, // gAMA
          0x6348524D, 32, // cHRM
          0x73524742, 1, // sRGB
          0x70485973, 9); // pHYs

  private static final int COLOUR = 2;
  private static final int PALETTE = 3;
  private static final int ALPHA = 4;
  private static final int RGBA = 6;

  private final byte[] bytes;
  private final ByteBuffer buffer;
  private final long maxPixels;
  private Orientation orientation = Orientation.TOP_LEFT;
  private boolean transparency;
  private boolean palette;

  /** Whether there is more than a picture: others, or damage where it does not matter. */
  private boolean beyond;

  PngHeader(byte[] bytes, long maxPixels) {
    this.bytes = bytes;
    this.buffer = ByteBuffer.wrap(bytes);
    this.maxPixels = maxPixels;
  }

  SourceImage read() throws RejectedException {
    int body = SIGNATURE_BYTES + 8;
    requireBytes(body + HEADER_BYTES);
    if (buffer.getInt(body - 4) == CGBI) {
      throw new RejectedException(
          Reason.UNSUPPORTED_FORMAT, "PNG in Apple's own form (CgBI) is not supported");
    }
    if (buffer.getInt(body - 4) != IHDR || buffer.getInt(body - 8) != HEADER_BYTES) {
      throw corrupt("the header is not the first chunk");
    }
    int width = buffer.getInt(body);
    int height = buffer.getInt(body + 4);
    SourceImage.checkSize(width, height, maxPixels);
    int depth = bytes[body + 8];
    int type = bytes[body + 9];
    checkKind(depth, type, body);
    int end = walkChunks();
    if (type == PALETTE && !palette) {
      throw corrupt("the palette is missing");
    }
    return SourceImage.builder()
        .format(ImageFormat.PNG)
        .width(width)
        .height(height)
        .orientation(orientation)
        .colour((type & COLOUR) == 0 ? Colour.GREY : Colour.RGB)
        .deep(depth == 16)
        .transparent(transparency || (type & ALPHA) != 0)
        .plain(depth == 8 && type == COLOUR && !transparency && !beyond && end == bytes.length)
        .build();
  }

  private void checkKind(int depth, int type, int body) throws RejectedException {
    boolean shallow = depth == 1 || depth == 2 || depth == 4;
    boolean known =
        (type == 0 || type == PALETTE)
            ? shallow || depth == 8 || (depth == 16 && type == 0)
            : (depth == 8 || depth == 16) && (type == COLOUR || type == ALPHA || type == RGBA);
    if (!known || bytes[body + 10] != 0 || bytes[body + 11] != 0 || bytes[body + 12] >> 1 != 0) {
      throw corrupt("the header names a kind of pixels or coding that there is not");
    }
  }

  /** Gives the position behind the last one. */
  private int walkChunks() throws RejectedException {
    boolean data = false;
    int at = SIGNATURE_BYTES;
    while (true) {
      requireBytes(at + 12L);
      int length = buffer.getInt(at);
      int type = buffer.getInt(at + 4);
      if (length < 0) {
        throw corrupt("a chunk of negative length");
      }
      requireBytes(at + 12L + length);
      boolean sound = isSound(at + 4, length + 4);
      if (!sound && ((type & ANCILLARY) == 0 || type == TRNS)) {
        throw corrupt("a chunk fails its checksum");
      }
      if ((type & ANCILLARY) == 0 && !CRITICAL.contains(type)) {
        throw corrupt("a chunk of an unknown kind is needed to read it");
      }
      transparency |= type == TRNS;
      beyond |= !sound || type == ACTL || length < LENGTHS.getOrDefault(type, 0);
      palette |= type == PLTE;
      data |= type == IDAT;
      if (type == EXIF) {
        orientation = ExifOrientation.ofTiff(buffer, at + 8, at + 8 + length);
      }
      at += 12 + length;
      if (type == IEND) {
        if (!data) {
          throw corrupt("the image data is missing");
        }
        return at;
      }
    }
  }

  private boolean isSound(int offset, int length) {
    CRC32 crc = new CRC32();
    crc.update(bytes, offset, length);
    return (int) crc.getValue() == buffer.getInt(offset + length);
  }

  private void requireBytes(long count) throws RejectedException {
    if (count > bytes.length) {
      throw new RejectedException(Reason.TRUNCATED, "the PNG data ends before its end chunk");
    }
  }

  private static RejectedException corrupt(String what) {
    return new RejectedException(Reason.CORRUPT, "broken PNG: " + what);
  }
}
