package dev.darkroom.transforms.image.webp;

import dev.darkroom.transforms.image.source.WebpChunks;
import dev.darkroom.transforms.rejection.RejectedException;

/** The decisions of an arithmetic code of known probabilities (RFC 6386, section 7). */
final class BoolDecoder {
  private static final int EVEN = 128;

  private final byte[] bytes;
  private final int end;
  private int at;

  /** What is not decoded yet of the bytes read; {@link #extra} bits below the 8 that count. */
  private long value;

  private int extra = -Byte.SIZE;

  /** One less than the width of the interval that the value lies in. */
  private int range = 254;

  /** Of the bytes from {@code from} up to {@code end}. */
  BoolDecoder(byte[] bytes, int from, int end) {
    this.bytes = bytes;
    this.at = from;
    this.end = end;
  }

  /** Whether there are no bytes at all, or none left that were not read. */
  boolean isEmpty() {
    return at == end;
  }

  /**
   * A decision.
   *
   * @param probability that it is false, of 256
   * @throws RejectedException if the data ends before
   */
  boolean bit(int probability) throws RejectedException {
    if (extra < 0) {
      load();
    }
    int split = (range * probability) >> 8;
    boolean bit = (int) (value >>> extra) > split;
    int width;
    if (bit) {
      width = range - split;
      value -= (long) (split + 1) << extra;
    } else {
      width = split + 1;
    }
    int shift = Integer.numberOfLeadingZeros(width) - 24;
    extra -= shift;
    range = (width << shift) - 1;
    return bit;
  }

  boolean flag() throws RejectedException {
    return bit(EVEN);
  }

  /** A number of so many bits, the highest first. */
  int number(int bits) throws RejectedException {
    int number = 0;
    for (int i = 0; i < bits; i++) {
      number = 2 * number + (flag() ? 1 : 0);
    }
    return number;
  }

  /** A number of so many bits and its sign; zero where a flag before it says so. */
  int signedIfAny(int bits) throws RejectedException {
    if (!flag()) {
      return 0;
    }
    int number = number(bits);
    return flag() ? -number : number;
  }

  private void load() throws RejectedException {
    if (end - at >= Integer.BYTES) {
      value = value << Integer.SIZE | fourBytes();
      extra += Integer.SIZE;
    } else if (at < end) {
      value = value << Byte.SIZE | (bytes[at++] & 0xFF);
      extra += Byte.SIZE;
    } else {
      throw WebpChunks.cutShort();
    }
  }

  private long fourBytes() {
    long four =
        (bytes[at] & 0xFFL) << 24
            | (bytes[at + 1] & 0xFF) << 16
            | (bytes[at + 2] & 0xFF) << 8
            | (bytes[at + 3] & 0xFF);
    at += Integer.BYTES;
    return four;
  }
}
