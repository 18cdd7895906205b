package dev.darkroom.transforms.image.source;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Finds the orientation tag in an EXIF block (CIPA DC-008, section 4.6). A block that makes no
 * sense counts as upright: the pixels are sound all the same.
 */
final class ExifOrientation {
  private static final int EXIF = 0x45786966;
  private static final int TAG = 0x0112;
  private static final int TYPE_SHORT = 3;
  private static final int TYPE_LONG = 4;
  private static final int ENTRY_BYTES = 12;

  private ExifOrientation() {}

  /** Reads the segment body in {@code [start, end)}. */
  static Orientation read(ByteBuffer file, int start, int end) {
    if (end - start < 14 || file.getInt(start) != EXIF || file.getShort(start + 4) != 0) {
      return Orientation.TOP_LEFT;
    }
    return ofTiff(file, start + 6, end);
  }

  /** Reads the EXIF block itself, which is laid out as a TIFF file, in {@code [start, end)}. */
  static Orientation ofTiff(ByteBuffer file, int start, int end) {
    if (end - start < 8) {
      return Orientation.TOP_LEFT;
    }
    ByteBuffer tiff = file.duplicate();
    tiff.position(start).limit(end);
    tiff = tiff.slice();
    short byteOrder = tiff.getShort(0);
    if (byteOrder == 0x4949) {
      tiff.order(ByteOrder.LITTLE_ENDIAN);
    } else if (byteOrder != 0x4D4D) {
      return Orientation.TOP_LEFT;
    }
    return Orientation.ofExif(valueIn(tiff));
  }

  private static int valueIn(ByteBuffer tiff) {
    int directory = tiff.getInt(4);
    if (directory < 8 || directory > tiff.limit() - 2) {
      return 0;
    }
    int entries = tiff.getShort(directory) & 0xFFFF;
    for (int i = 0; i < entries; i++) {
      int entry = directory + 2 + i * ENTRY_BYTES;
      if (entry > tiff.limit() - ENTRY_BYTES) {
        return 0;
      }
      if ((tiff.getShort(entry) & 0xFFFF) == TAG) {
        int type = tiff.getShort(entry + 2);
        return type == TYPE_SHORT
            ? tiff.getShort(entry + 8)
            : type == TYPE_LONG ? tiff.getInt(entry + 8) : 0;
      }
    }
    return 0;
  }
}
