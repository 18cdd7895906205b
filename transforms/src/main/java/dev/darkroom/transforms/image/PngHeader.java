package dev.darkroom.transforms.image;

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
  private static final int ALPHA = 4;

  private final byte[] bytes;
  private final ByteBuffer buffer;
  private final long maxPixels;

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
    boolean transparent = (bytes[body + 9] & ALPHA) != 0;
    return SourceImage.png(width, height, walkChunks() || transparent);
  }

  /** Whether a transparency chunk is among them. */
  private boolean walkChunks() throws RejectedException {
    boolean transparency = false;
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
      transparency |= type == TRNS;
      data |= type == IDAT;
      if ((type & ANCILLARY) == 0 || type == TRNS) {
        checkSum(at + 4, length + 4);
      }
      if (type == IEND) {
        if (!data) {
          throw corrupt("the image data is missing");
        }
        return transparency;
      }
      at += 12 + length;
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
