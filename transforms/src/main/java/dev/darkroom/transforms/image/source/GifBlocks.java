package dev.darkroom.transforms.image.source;

import dev.darkroom.transforms.rejection.Reason;
import dev.darkroom.transforms.rejection.RejectedException;

/** A cursor over the blocks of a GIF file (GIF89a, appendix A). */
public final class GifBlocks {
  /** Before the first block or the table of colours that all images share. */
  public static final int SCREEN_BYTES = 13;

  /** Where the flags of that table are. */
  public static final int SCREEN_FLAGS = 10;

  /** Of an image, before its table of colours. */
  public static final int IMAGE_BYTES = 10;

  /** Of these, where the flags of that table are. */
  public static final int IMAGE_FLAGS = 9;

  /** What a file ends with. */
  public static final int TRAILER = 0x3B;

  private static final int IMAGE = 0x2C;
  private static final int EXTENSION = 0x21;
  private static final int CONTROL = 0xF9;
  private static final int TABLE = 0x80;

  private final byte[] bytes;
  private int start;
  private boolean begun;

  /** Begins before the first block. */
  public GifBlocks(byte[] gif) throws RejectedException {
    bytes = gif;
    require(SCREEN_BYTES);
  }

  /**
   * Moves to the next image or extension, if there is one before the trailer.
   *
   * @throws RejectedException if the file ends before the trailer
   */
  public boolean next() throws RejectedException {
    start = begun ? end() : SCREEN_BYTES + tableBytes(SCREEN_FLAGS);
    begun = true;
    require(start + 1);
    while (bytes[start] == 0) {
      start++;
      require(start + 1);
    }
    switch (bytes[start] & 0xFF) {
      case IMAGE:
        require(start + IMAGE_BYTES);
        return true;
      case EXTENSION:
        require(start + 5);
        return true;
      case TRAILER:
        return false;
      default:
        throw corrupt("a block is of the unknown kind " + (bytes[start] & 0xFF));
    }
  }

  /** Whether this is an image. */
  public boolean isImage() {
    return bytes[start] == IMAGE;
  }

  /** Whether this tells of the next image. */
  public boolean isControl() {
    return bytes[start] == EXTENSION && (bytes[start + 1] & 0xFF) == CONTROL;
  }

  /** Where it begins. */
  public int start() {
    return start;
  }

  /** Where its sub-blocks begin; of an image behind the size of its codes. */
  public int data() {
    return isImage() ? start + IMAGE_BYTES + tableBytes(start + IMAGE_FLAGS) + 1 : start + 2;
  }

  /** Just behind it. */
  public int end() throws RejectedException {
    int at = data();
    require(at + 1);
    while (bytes[at] != 0) {
      at += 1 + (bytes[at] & 0xFF);
      require(at + 1);
    }
    return at + 1;
  }

  /** Bytes of the table of colours that flags announce. */
  public int tableBytes(int flags) {
    return (bytes[flags] & TABLE) == 0 ? 0 : 3 << ((bytes[flags] & 7) + 1);
  }

  private void require(int count) throws RejectedException {
    if (count > bytes.length) {
      throw new RejectedException(Reason.TRUNCATED, "the GIF data ends before its trailer");
    }
  }

  static RejectedException corrupt(String what) {
    return new RejectedException(Reason.CORRUPT, "broken GIF: " + what);
  }
}
