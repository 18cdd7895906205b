package dev.darkroom.transforms.image.webp;

import dev.darkroom.transforms.image.source.WebpChunks;
import dev.darkroom.transforms.rejection.RejectedException;
import java.nio.ByteBuffer;

/**
 * The decisions of an arithmetic code of known probabilities (RFC 6386, section 7). Damaged data
 * may begin with a value outside of the interval, which then grows beyond all bits; so that
 * decisions are libwebp's even there, bytes are taken in its steps, the lower half is compared, and
 * signs are read in their own way.
 */
final class BoolDecoder {
  private static final int EVEN = 128;
  private static final int STEP = 7;
  private static final long LOW_HALF = 0xFFFFFFFFL;

  private final ByteBuffer bytes;
  private final int end;
  private int at;

  /** What is not decoded yet of the bytes read; {@link #extra} bits below the 8 that count. */
  private long value;

  private int extra = -Byte.SIZE;

  /** One less than the width of the interval that the value lies in. */
  private int range = 254;

  /** Of the bytes from {@code from} up to {@code end}. */
  BoolDecoder(byte[] bytes, int from, int end) {
    this.bytes = ByteBuffer.wrap(bytes);
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
    return narrow(split, (value >>> extra & LOW_HALF) > split);
  }

  /**
   * Whether a number is negative, which is as likely as not.
   *
   * @throws RejectedException if the data ends before
   */
  boolean sign() throws RejectedException {
    if (extra < 0) {
      load();
    }
    int split = range >> 1;
    return narrow(split, split - (int) (value >>> extra) < 0);
  }

  private boolean narrow(int split, boolean bit) {
    int width;
    if (bit) {
      width = range - split;
      value -= (split + 1L) << extra;
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
    if (end - at >= Long.BYTES) {
      value = value << (STEP * Byte.SIZE) | bytes.getLong(at) >>> Byte.SIZE;
      at += STEP;
      extra += STEP * Byte.SIZE;
    } else if (at < end) {
      value = value << Byte.SIZE | (bytes.get(at++) & 0xFF);
      extra += Byte.SIZE;
    } else {
      throw WebpChunks.cutShort();
    }
  }
}
