package dev.darkroom.transforms.image.source;

import dev.darkroom.transforms.rejection.Reason;
import dev.darkroom.transforms.rejection.RejectedException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;

/** Walks a PNG file's chunks (ISO/IEC 15948, clause 5) without decoding any pixels. */
final class PngHeader {
  private static final int SIGNATURE_BYTES = 8;
  private static final int HEADER_BYTES = 13;
  private static final int IHDR = 0x49484452;
  private static final int IDAT = 0x49444154;
  private static final int IEND = 0x49454E44;
  private static final int TRNS = 0x74524E53;
  private static final int ANCILLARY = 0x20000000;
  private static final int ICCP = 0x69434350;
  private static final int EXIF = 0x65584966;
  private static final int COLOUR = 2;
  private static final int ALPHA = 4;

  private final byte[] bytes;
  private final ByteBuffer buffer;
  private final long maxPixels;
  private Orientation orientation = Orientation.TOP_LEFT;
  private boolean transparency;
  private boolean profiled;

  PngHeader(byte[] bytes, long maxPixels) {
    this.bytes = bytes;
    this.buffer = ByteBuffer.wrap(bytes);
    this.maxPixels = maxPixels;
  }

  SourceImage read() throws RejectedException {
    int body = SIGNATURE_BYTES + 8;
    requireBytes(body + HEADER_BYTES);
    if (buffer.getInt(body - 4) != IHDR || buffer.getInt(body - 8) != HEADER_BYTES) {
      throw corrupt("the header is not the first chunk");
    }
    int width = buffer.getInt(body);
    int height = buffer.getInt(body + 4);
    SourceImage.checkSize(width, height, maxPixels);
    int depth = bytes[body + 8];
    int type = bytes[body + 9];
    int end = walkChunks();
    return SourceImage.builder()
        .format(ImageFormat.PNG)
        .width(width)
        .height(height)
        .orientation(orientation)
        .colour((type & COLOUR) == 0 ? Colour.GREY : Colour.RGB)
        .deep(depth == 16)
        .transparent(transparency || (type & ALPHA) != 0)
        .profiled(profiled)
        .plain(depth == 8 && type == COLOUR && !transparency && end == bytes.length)
        .build();
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
      if ((type & ANCILLARY) == 0 || type == TRNS) {
        checkSum(at + 4, length + 4);
      }
      transparency |= type == TRNS;
      profiled |= type == ICCP;
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

  private void checkSum(int offset, int length) throws RejectedException {
    CRC32 crc = new CRC32();
    crc.update(bytes, offset, length);
    if ((int) crc.getValue() != buffer.getInt(offset + length)) {
      throw corrupt("a chunk fails its checksum");
    }
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
