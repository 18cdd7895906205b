package dev.darkroom.transforms.image.source;

import dev.darkroom.transforms.rejection.Reason;
import dev.darkroom.transforms.rejection.RejectedException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The first directory of a TIFF or BigTIFF file: where its entries lie, and what they hold.
 * Allocates no more than the file is long.
 */
public final class TiffDirectory {
  static final int EXTRA_SAMPLES = 338;

  private static final int ASSOCIATED = 1;
  private static final int BIG = 43;
  private static final int[] TYPE_BYTES = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4, 0, 0, 8, 8, 8};
  private static final long[] NONE = {};

  private final ByteBuffer buffer;
  private final boolean big;
  private final int start;
  private final int count;

  /**
   * Finds the directory.
   *
   * @throws RejectedException if it lies outside the file
   */
  public TiffDirectory(byte[] tiff) throws RejectedException {
    buffer = ByteBuffer.wrap(tiff);
    requireBytes(16);
    buffer.order(tiff[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    big = buffer.getShort(2) == BIG;
    long at = big ? buffer.getLong(8) : unsigned(4);
    requireBytes(at + countBytes());
    long entries = big ? buffer.getLong((int) at) : buffer.getShort((int) at) & 0xFFFF;
    start = (int) at;
    if (entries < 1 || entries > 0xFFFF) {
      throw corrupt("its directory has " + entries + " entries");
    }
    count = (int) entries;
    requireBytes(at + countBytes() + (long) count * entryBytes() + linkBytes());
  }

  /** In the file's byte order. */
  public ByteBuffer buffer() {
    return buffer;
  }

  /** Where the number of entries is, followed by the entries. */
  public int start() {
    return start;
  }

  /** The number of entries. */
  public int count() {
    return count;
  }

  /** Bytes of the number of entries. */
  public int countBytes() {
    return big ? 8 : 2;
  }

  /** Bytes of an entry. */
  public int entryBytes() {
    return big ? 20 : 12;
  }

  /** Bytes of the pointer to the next directory, behind the entries. */
  public int linkBytes() {
    return big ? 8 : 4;
  }

  /** Where the {@code i}-th entry begins, with its tag. */
  public int entry(int i) {
    return start + countBytes() + i * entryBytes();
  }

  /** The tag of the {@code i}-th entry. */
  public int tag(int i) {
    return buffer.getShort(entry(i)) & 0xFFFF;
  }

  /** Whether colours are multiplied by their alpha (associated alpha). */
  public boolean alphaIsWeighted() throws RejectedException {
    return value(EXTRA_SAMPLES, 0) == ASSOCIATED;
  }

  /** Whether there is an entry of this tag. */
  boolean has(int tag) {
    return find(tag) >= 0;
  }

  /** The only value of a tag. */
  long value(int tag, long otherwise) throws RejectedException {
    long[] values = values(tag);
    return values.length == 0 ? otherwise : values[0];
  }

  /** The whole numbers of a tag; none if there is no such tag, or it holds something else. */
  long[] values(int tag) throws RejectedException {
    int i = find(tag);
    int bytes = i < 0 ? 0 : TYPE_BYTES[type(i)];
    if (bytes == 0) {
      return NONE;
    }
    int at = position(i);
    long[] values = new long[(int) length(i)];
    for (int j = 0; j < values.length; j++) {
      int from = at + j * bytes;
      values[j] =
          bytes == 1
              ? buffer.get(from) & 0xFF
              : bytes == 2
                  ? buffer.getShort(from) & 0xFFFF
                  : bytes == 4 ? unsigned(from) : buffer.getLong(from);
    }
    return values;
  }

  /** The bytes of a tag; none if there is no such tag. */
  byte[] bytes(int tag) throws RejectedException {
    int i = find(tag);
    if (i < 0 || TYPE_BYTES[type(i)] != 1) {
      return new byte[0];
    }
    byte[] bytes = new byte[(int) length(i)];
    buffer.duplicate().position(position(i)).get(bytes);
    return bytes;
  }

  /**
   * Makes sure that the content of the {@code i}-th entry lies within the file.
   *
   * @throws RejectedException if it does not
   */
  public void check(int i) throws RejectedException {
    if (TYPE_BYTES[type(i)] > 0) {
      position(i);
    }
  }

  private int find(int tag) {
    for (int i = 0; i < count; i++) {
      if (tag(i) == tag) {
        return i;
      }
    }
    return -1;
  }

  private int type(int i) {
    int type = buffer.getShort(entry(i) + 2) & 0xFFFF;
    return type < TYPE_BYTES.length ? type : 0;
  }

  private long length(int i) {
    return big ? buffer.getLong(entry(i) + 4) : unsigned(entry(i) + 4);
  }

  private int position(int i) throws RejectedException {
    long length = length(i);
    if (length < 0 || length > buffer.capacity()) {
      throw truncated();
    }
    int inline = big ? 8 : 4;
    int at = entry(i) + 4 + inline;
    long bytes = length * TYPE_BYTES[type(i)];
    long position = bytes <= inline ? at : big ? buffer.getLong(at) : unsigned(at);
    if (position < 0) {
      throw truncated();
    }
    requireBytes(position + bytes);
    return (int) position;
  }

  private long unsigned(int at) {
    return buffer.getInt(at) & 0xFFFFFFFFL;
  }

  /** Makes sure that the file has at least so many bytes. */
  void requireBytes(long bytes) throws RejectedException {
    if (bytes > buffer.capacity() || bytes < 0) {
      throw truncated();
    }
  }

  static RejectedException truncated() {
    return new RejectedException(Reason.TRUNCATED, "the TIFF data ends before its last pixel");
  }

  static RejectedException corrupt(String what) {
    return new RejectedException(Reason.CORRUPT, "broken TIFF: " + what);
  }
}
