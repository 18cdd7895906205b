package dev.darkroom.transforms.image.imgscalr;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * A BMP file whose pixels follow its palette: the JDK takes all between header and pixels for one.
 */
final class BareBmp {
  private static final int FILE_BYTES = 14;
  private static final int OFFSET = 10;
  private static final int OS2_BYTES = 12;
  private static final int MOST_DEPTH = 8;

  private BareBmp() {}

  /**
   * @param bmp whose header is known to be whole
   */
  static byte[] of(byte[] bmp) {
    ByteBuffer buffer = ByteBuffer.wrap(bmp).order(ByteOrder.LITTLE_ENDIAN);
    int headerBytes = buffer.getInt(FILE_BYTES);
    boolean os2 = headerBytes == OS2_BYTES;
    int depth = buffer.getShort(os2 ? 24 : 28);
    int pixels = buffer.getInt(OFFSET);
    int start = FILE_BYTES + headerBytes + ((os2 ? 3 : 4) << depth);
    if (depth > MOST_DEPTH || pixels <= start) {
      return bmp;
    }
    ByteBuffer bare = ByteBuffer.allocate(start + bmp.length - pixels);
    bare.order(ByteOrder.LITTLE_ENDIAN).put(bmp, 0, start).put(bmp, pixels, bmp.length - pixels);
    return bare.putInt(OFFSET, start).array();
  }
}
