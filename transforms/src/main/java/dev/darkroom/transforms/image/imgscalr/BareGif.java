package dev.darkroom.transforms.image.imgscalr;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * A GIF file's first frame as a file of its own, in a form that the JDK reads: of coded data in
 * long blocks, since a first one of less than 4 bytes confuses it; with a table of all the colours
 * that there can be, as it takes the last for one that is not in the table; not interlaced where a
 * pass has no rows, as it reads one nevertheless.
 */
final class BareGif {
  private static final int SCREEN_BYTES = 13;
  private static final int DESCRIPTOR_BYTES = 10;
  private static final int FLAGS = 9;
  private static final int SCREEN_FLAGS = 10;
  private static final int TABLE = 0x80;
  private static final int INTERLACED = 0x40;
  private static final int WHOLE_TABLE = 0x87;
  private static final int TABLE_BYTES = 3 * 256;
  private static final int EXTENSION = 0x21;
  private static final int IMAGE = 0x2C;
  private static final int TRAILER = 0x3B;
  private static final int CONTROL = 0xF9;
  private static final int CONTROL_BYTES = 8;
  private static final int MOST_BYTES = 255;
  private static final int FEWEST_ROWS = 5;

  /** With the codes' size and the trailer. */
  private static final int OTHER_BYTES =
      SCREEN_BYTES + CONTROL_BYTES + DESCRIPTOR_BYTES + TABLE_BYTES + 2;

  private final byte[] bytes;
  private final boolean swapped;

  private BareGif(byte[] bytes, boolean swapped) {
    this.bytes = bytes;
    this.swapped = swapped;
  }

  /**
   * @param gif whose blocks are known to be whole, and one of them an image
   */
  static BareGif of(byte[] gif) {
    int control = 0;
    int at = SCREEN_BYTES + tableBytes(gif, SCREEN_FLAGS);
    while (gif[at] != IMAGE) {
      if (gif[at] == EXTENSION) {
        int end = at + 2 + blockBytes(gif, at + 2);
        boolean found = (gif[at + 1] & 0xFF) == CONTROL && end - at == CONTROL_BYTES;
        control = found ? at : control;
        at = end;
      } else {
        at++;
      }
    }
    return frame(gif, control, at);
  }

  byte[] bytes() {
    return bytes;
  }

  /** Whether the second and third rows are stored in each other's place. */
  boolean swapped() {
    return swapped;
  }

  private static BareGif frame(byte[] gif, int control, int image) {
    boolean own = (gif[image + FLAGS] & TABLE) != 0;
    int flags = own ? image + FLAGS : SCREEN_FLAGS;
    int table = own ? image + DESCRIPTOR_BYTES : SCREEN_BYTES;
    int data = image + DESCRIPTOR_BYTES + (own ? tableBytes(gif, flags) : 0);
    int height = ByteBuffer.wrap(gif).order(ByteOrder.LITTLE_ENDIAN).getShort(image + 7) & 0xFFFF;
    boolean interlaced = (gif[image + FLAGS] & INTERLACED) != 0;
    boolean few = height < FEWEST_ROWS;
    int codes = codeBytes(gif, data + 1);
    int size = codes + (codes + MOST_BYTES - 1) / MOST_BYTES + 1;
    ByteBuffer bare = ByteBuffer.allocate(OTHER_BYTES + size).put(gif, 0, SCREEN_FLAGS);
    bare.put(new byte[SCREEN_BYTES - SCREEN_FLAGS]);
    bare.put(gif, control, control == 0 ? 0 : CONTROL_BYTES);
    bare.put(gif, image, FLAGS);
    bare.put((byte) (interlaced && !few ? WHOLE_TABLE | INTERLACED : WHOLE_TABLE));
    bare.put(
        Arrays.copyOf(Arrays.copyOfRange(gif, table, table + tableBytes(gif, flags)), TABLE_BYTES));
    bare.put(gif[data]);
    putCodes(gif, data + 1, codes, bare);
    bare.put((byte) 0).put((byte) TRAILER);
    return new BareGif(bare.array(), interlaced && few && height > 2);
  }

  private static int tableBytes(byte[] gif, int flags) {
    return (gif[flags] & TABLE) == 0 ? 0 : 6 << (gif[flags] & 7);
  }

  private static int blockBytes(byte[] gif, int from) {
    int at = from;
    while (gif[at] != 0) {
      at += 1 + (gif[at] & 0xFF);
    }
    return at + 1 - from;
  }

  private static int codeBytes(byte[] gif, int from) {
    int count = 0;
    for (int at = from; gif[at] != 0; at += 1 + (gif[at] & 0xFF)) {
      count += gif[at] & 0xFF;
    }
    return count;
  }

  private static void putCodes(byte[] gif, int from, int count, ByteBuffer bare) {
    int done = 0;
    for (int at = from; gif[at] != 0; at += 1 + (gif[at] & 0xFF)) {
      for (int i = at + 1; i <= at + (gif[at] & 0xFF); i++) {
        if (done % MOST_BYTES == 0) {
          bare.put((byte) Math.min(MOST_BYTES, count - done));
        }
        bare.put(gif[i]);
        done++;
      }
    }
  }
}
