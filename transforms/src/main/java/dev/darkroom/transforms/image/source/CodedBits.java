package dev.darkroom.transforms.image.source;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Bits of a JPEG file's coded data, up to the next marker; behind that come zeroes, which are
 * counted. Users copy {@link #head} and {@link #available} while they take many bits at once.
 */
final class CodedBits {
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
  private static final long LOW_BITS = 0x0101010101010101L;
  private static final long HIGH_BITS = 0x8080808080808080L;

  private final byte[] bytes;
  private int at;

  /** Before this, no byte is 0xFF. */
  private int plainUntil;

  /** The next bits; the highest one comes first. */
  long head;

  /** How many bits of {@link #head} are filled. */
  int available;

  private int madeUp;

  CodedBits(byte[] bytes, int at) {
    this.bytes = bytes;
    restart(at);
  }

  /** Begins anew at a byte. */
  void restart(int from) {
    at = from;
    plainUntil = from;
    head = 0;
    available = 0;
    madeUp = 0;
  }

  /** Makes at least 48 bits available. */
  void refill() {
    if (at + 8 <= plainUntil || (plainUntil <= at && lookAhead())) {
      head |= (long) LONG.get(bytes, at) >>> available;
      at += (63 - available) >>> 3;
      available |= 56;
      return;
    }
    while (available <= 56) {
      int next = nextByte();
      head |= (long) next << (56 - available);
      available += 8;
    }
  }

  /** Takes bits that are {@link #available}. */
  void skip(int count) {
    head <<= count;
    available -= count;
  }

  /** Whether more bits were taken than there are. */
  boolean overdrawn() {
    return available < madeUp;
  }

  /** Bytes that were not touched before the next marker, less the bits that fill up the last. */
  int untouchedBytes() {
    int whole = Math.max(0, available - madeUp) / 8;
    int left = 0;
    while (nextByte() >= 0 && madeUp == 0) {
      left++;
    }
    return whole + left;
  }

  /**
   * Where the next marker begins, once all bits are taken; the end of the file if there is none.
   */
  int position() {
    return at;
  }

  /** Finds the next byte 0xFF; whether eight bytes can be had before it. */
  private boolean lookAhead() {
    int i = at;
    while (i + 8 <= bytes.length) {
      long word = (long) LONG.get(bytes, i);
      if (((~word - LOW_BITS) & word & HIGH_BITS) != 0) {
        break;
      }
      i += 8;
    }
    plainUntil = Math.max(at + 1, i);
    return at + 8 <= i;
  }

  private int nextByte() {
    if (at < bytes.length) {
      int value = bytes[at] & 0xFF;
      if (value != 0xFF) {
        at++;
        return value;
      }
      if (at + 1 < bytes.length && bytes[at + 1] == 0) {
        at += 2;
        return value;
      }
    }
    madeUp += 8;
    return 0;
  }
}
