package dev.darkroom.transforms.image.jpeg;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * The bits of a JPEG file's coded data from one marker to the next, without the zeroes that are
 * stuffed behind bytes of 0xFF; behind them come more zeroes. Walks copy the three fields while
 * they take many bits.
 */
final class CodedBits {
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  /** A block of 64 codes with their values, of 31 bits each. */
  private static final int LONGEST_BLOCK = 248;

  /** Of one component in a unit, at most: all that are passed at once by other walks. */
  private static final int UNIT_BLOCKS = 20;

  private static final int OVER_BYTES = 32;
  private static final int MARKER = 0xFF;

  private final byte[] file;
  private final byte[] data;
  private int length;
  private int markerAt;

  /** The next bits, the first one highest. */
  long head;

  /** How many bits of {@link #head} are filled. */
  int available;

  /** Where the bytes lie that are not yet in {@link #head}. */
  int at;

  CodedBits(byte[] file) {
    this.file = file;
    int blocks = LeapingWalk.suits(file.length) ? BlockFinder.MOST_BLOCKS : UNIT_BLOCKS;
    this.data = new byte[file.length + LONGEST_BLOCK * blocks + 2 * OVER_BYTES];
  }

  /** Takes the data that begins at a place of the file. */
  void begin(int from) {
    int to = 0;
    int i = from;
    boolean ended = false;
    while (!ended) {
      while (i + 8 <= file.length) {
        long word = (long) LONG.get(file, i);
        LONG.set(data, to, word);
        if (Stuffing.concerns(word)) {
          break;
        }
        i += 8;
        to += 8;
      }
      while (i < file.length && (file[i] & 0xFF) != MARKER) {
        data[to++] = file[i++];
      }
      ended = i + 1 >= file.length || file[i + 1] != 0;
      if (!ended) {
        data[to++] = (byte) MARKER;
        i += 2;
      }
    }
    Arrays.fill(data, to, Math.max(length, to + Long.BYTES), (byte) 0);
    length = to;
    markerAt = Math.min(i, file.length);
    head = 0;
    available = 0;
    at = 0;
  }

  /** The bytes that {@link #at} counts. */
  byte[] data() {
    return data;
  }

  /** Makes 56 bits available at least. */
  void refill() {
    head |= next(data, at) >>> available;
    at += (63 - available) >>> 3;
    available |= 56;
    at = Math.min(at, length + OVER_BYTES);
  }

  /** Eight bytes at a place. */
  static long next(byte[] data, int at) {
    return (long) LONG.get(data, at);
  }

  /** The bits from a position on, the first one highest: 57 at least. */
  static long head(byte[] data, int position) {
    return next(data, position >>> 3) << (position & 7);
  }

  /** Where the bytes lie that are to follow the 56 bits of a {@link #head} at a position, or 63. */
  static int behindHead(int position) {
    return (position + 63) >>> 3;
  }

  /** Takes bits that are {@link #available}. */
  void skip(int count) {
    head <<= count;
    available -= count & 0xFF;
  }

  /** How many bits were taken. */
  long position() {
    return 8L * at - available;
  }

  /** Goes to where so many bits are taken. */
  void moveTo(int position) {
    at = (position >>> 3) + 1;
    available = 8 - (position & 7);
    head = (long) data[at - 1] << (64 - available);
  }

  /** Whether bits were looked at that lie well behind the last one. */
  boolean isOver() {
    return at >= length + OVER_BYTES;
  }

  /** Bits that are left; negative if more were taken than there are. */
  long left() {
    return 8L * length - position();
  }

  /** Where in the file the data ends: at a marker, or at the end of the file. */
  int end() {
    return markerAt;
  }
}
