package dev.darkroom.transforms.image.source;

import dev.darkroom.transforms.rejection.Reason;
import dev.darkroom.transforms.rejection.RejectedException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Reads a bitmap's headers, and makes sure that there are as many pixels as they say. */
final class BmpHeader {
  private static final int FILE_BYTES = 14;
  private static final int OS2_BYTES = 12;
  private static final int OS2_LONG_BYTES = 64;
  private static final int WINDOWS_BYTES = 40;
  private static final int MASKS = FILE_BYTES + WINDOWS_BYTES;
  private static final int MOST_BITS = 16;
  private static final int WITH_ALPHA_BYTES = 56;
  private static final int RGB = 0;
  private static final int RLE_8 = 1;
  private static final int RLE_4 = 2;
  private static final int BIT_FIELDS = 3;
  private static final int JPEG = 4;
  private static final int PNG = 5;
  private static final int ALPHA_BIT_FIELDS = 6;

  private final byte[] bytes;
  private final ByteBuffer buffer;
  private final long maxPixels;

  BmpHeader(byte[] bytes, long maxPixels) {
    this.bytes = bytes;
    this.buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    this.maxPixels = maxPixels;
  }

  SourceImage read() throws RejectedException {
    requireBytes(FILE_BYTES + 4);
    int headerBytes = buffer.getInt(FILE_BYTES);
    requireBytes(FILE_BYTES + (long) headerBytes);
    boolean os2 = headerBytes == OS2_BYTES;
    if (!os2 && (headerBytes < WINDOWS_BYTES || headerBytes == OS2_LONG_BYTES)) {
      throw unsupported("BMP with a header of " + headerBytes + " bytes");
    }
    int width = os2 ? shortAt(18) : buffer.getInt(18);
    int height = os2 ? shortAt(20) : Math.abs(buffer.getInt(22));
    SourceImage.checkSize(width, height, maxPixels);
    int depth = os2 ? shortAt(24) : shortAt(28);
    int compression = os2 ? RGB : buffer.getInt(30);
    checkKind(depth, compression);
    if (compression == BIT_FIELDS || compression == ALPHA_BIT_FIELDS) {
      checkMasks();
    }
    boolean alpha =
        headerBytes >= WITH_ALPHA_BYTES
            && (compression == BIT_FIELDS || compression == ALPHA_BIT_FIELDS)
            && buffer.getInt(66) != 0;
    checkData(width, height, depth, compression);
    return SourceImage.builder()
        .format(ImageFormat.BMP)
        .width(width)
        .height(height)
        .colour(Colour.RGB)
        .transparent(alpha)
        .build();
  }

  private static void checkKind(int depth, int compression) throws RejectedException {
    if (compression == JPEG || compression == PNG) {
      throw unsupported("BMP around " + (compression == JPEG ? "JPEG" : "PNG"));
    }
    boolean plain = compression == RGB && (depth == 1 || depth == 4 || depth == 8 || depth == 24);
    boolean wide = depth == 16 || depth == 32;
    boolean masked = compression == BIT_FIELDS || compression == ALPHA_BIT_FIELDS;
    boolean coded = (compression == RLE_8 && depth == 8) || (compression == RLE_4 && depth == 4);
    if (!plain && !coded && !(wide && (masked || compression == RGB))) {
      throw unsupported(depth + "-bit BMP of compression " + compression);
    }
  }

  /** Of red, green and blue, behind the first 40 bytes of every header. */
  private void checkMasks() throws RejectedException {
    requireBytes(MASKS + 12);
    for (int at = MASKS; at < MASKS + 12; at += 4) {
      int bits = Integer.bitCount(buffer.getInt(at));
      if (bits < 1 || bits > MOST_BITS) {
        throw corrupt("a colour has " + bits + " bits");
      }
    }
  }

  private void checkData(int width, int height, int depth, int compression)
      throws RejectedException {
    int offset = buffer.getInt(10);
    if (offset < FILE_BYTES + OS2_BYTES) {
      throw corrupt("its pixels begin within its header");
    }
    if (compression == RLE_8 || compression == RLE_4) {
      walkRuns(offset, height, compression == RLE_8);
    } else {
      long rowBytes = ((long) width * depth + 31) / 32 * 4;
      requireBytes(offset + rowBytes * height);
    }
  }

  /** Rows are closed one by one, and the last code says that the image ends. */
  private void walkRuns(int offset, int height, boolean bytewise) throws RejectedException {
    long at = offset;
    int row = 0;
    while (true) {
      requireBytes(at + 2);
      int count = bytes[(int) at] & 0xFF;
      int code = bytes[(int) at + 1] & 0xFF;
      at += 2;
      if (count == 0 && code == 0) {
        row++;
      } else if (count == 0 && code == 1) {
        if (row < height - 1) {
          throw corrupt("its coded data ends in row " + (row + 1) + " of " + height);
        }
        return;
      } else if (count == 0 && code == 2) {
        requireBytes(at + 2);
        row += bytes[(int) at + 1] & 0xFF;
        at += 2;
      } else if (count == 0) {
        int literal = bytewise ? code : (code + 1) / 2;
        at += literal + (literal & 1);
      }
    }
  }

  private int shortAt(int at) {
    return buffer.getShort(at) & 0xFFFF;
  }

  private void requireBytes(long count) throws RejectedException {
    if (count > bytes.length || count < 0) {
      throw new RejectedException(Reason.TRUNCATED, "the BMP data ends before its last pixel");
    }
  }

  private static RejectedException unsupported(String what) {
    return new RejectedException(Reason.UNSUPPORTED_FORMAT, what + " is not supported");
  }

  private static RejectedException corrupt(String what) {
    return new RejectedException(Reason.CORRUPT, "broken BMP: " + what);
  }
}
