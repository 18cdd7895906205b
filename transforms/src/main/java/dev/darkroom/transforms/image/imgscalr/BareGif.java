package dev.darkroom.transforms.image.imgscalr;

import dev.darkroom.transforms.image.source.GifBlocks;
import dev.darkroom.transforms.rejection.RejectedException;
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
  private static final int INTERLACED = 0x40;
  private static final int WHOLE_TABLE = 0x87;
  private static final int TABLE_BYTES = 3 * 256;
  private static final int CONTROL_BYTES = 8;
  private static final int MOST_BYTES = 255;
  private static final int FEWEST_ROWS = 5;

  /** With the codes' size and the trailer. */
  private static final int OTHER_BYTES =
      GifBlocks.SCREEN_BYTES + CONTROL_BYTES + GifBlocks.IMAGE_BYTES + TABLE_BYTES + 2;

  private final byte[] bytes;
  private final boolean swapped;

  private BareGif(byte[] bytes, boolean swapped) {
    this.bytes = bytes;
    this.swapped = swapped;
  }

  /**
   * @param gif whose blocks are known to be whole, and one of them an image
   */
  static BareGif of(byte[] gif) throws RejectedException {
    GifBlocks blocks = new GifBlocks(gif);
    int control = 0;
    while (blocks.next() && !blocks.isImage()) {
      if (blocks.isControl() && blocks.end() - blocks.start() == CONTROL_BYTES) {
        control = blocks.start();
      }
    }
    return frame(gif, control, blocks);
  }

  byte[] bytes() {
    return bytes;
  }

  /** Whether the second and third rows are stored in each other's place. */
  boolean swapped() {
    return swapped;
  }

  private static BareGif frame(byte[] gif, int control, GifBlocks blocks) {
    int image = blocks.start();
    boolean own = blocks.tableBytes(image + GifBlocks.IMAGE_FLAGS) > 0;
    int flags = own ? image + GifBlocks.IMAGE_FLAGS : GifBlocks.SCREEN_FLAGS;
    int table = own ? image + GifBlocks.IMAGE_BYTES : GifBlocks.SCREEN_BYTES;
    int height = ByteBuffer.wrap(gif).order(ByteOrder.LITTLE_ENDIAN).getShort(image + 7) & 0xFFFF;
    boolean interlaced = (gif[image + GifBlocks.IMAGE_FLAGS] & INTERLACED) != 0;
    boolean few = height < FEWEST_ROWS;
    int codes = codeBytes(gif, blocks.data());
    int size = codes + (codes + MOST_BYTES - 1) / MOST_BYTES + 1;
    ByteBuffer bare = ByteBuffer.allocate(OTHER_BYTES + size).put(gif, 0, GifBlocks.SCREEN_FLAGS);
    bare.put(new byte[GifBlocks.SCREEN_BYTES - GifBlocks.SCREEN_FLAGS]);
    bare.put(gif, control, control == 0 ? 0 : CONTROL_BYTES);
    bare.put(gif, image, GifBlocks.IMAGE_FLAGS);
    bare.put((byte) (interlaced && !few ? WHOLE_TABLE | INTERLACED : WHOLE_TABLE));
    bare.put(
        Arrays.copyOf(
            Arrays.copyOfRange(gif, table, table + blocks.tableBytes(flags)), TABLE_BYTES));
    bare.put(gif[blocks.data() - 1]);
    putCodes(gif, blocks.data(), codes, bare);
    bare.put((byte) 0).put((byte) GifBlocks.TRAILER);
    return new BareGif(bare.array(), interlaced && few && height > 2);
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
