package dev.darkroom.transforms.image.webp;

import dev.darkroom.transforms.image.source.WebpChunks;
import dev.darkroom.transforms.rejection.RejectedException;

/** The bits of coded data, lowest first. */
final class CodedBits {
  private final byte[] bytes;
  private final int end;
  private int at;
  private long window;
  private int count;

  /** Of the bytes from {@code from} up to {@code end}. */
  CodedBits(byte[] bytes, int from, int end) {
    this.bytes = bytes;
    this.at = from;
    this.end = end;
    fill();
  }

  /** The next bits, 32 of them at least; behind the data they are zero. */
  long next() {
    return window;
  }

  /**
   * Goes on by up to 32 bits.
   *
   * @throws RejectedException if the data ends before
   */
  void skip(int bits) throws RejectedException {
    if (bits > count) {
      throw WebpChunks.cutShort();
    }
    window >>>= bits;
    count -= bits;
    if (count < Integer.SIZE) {
      fill();
    }
  }

  /** A number of up to 24 bits. */
  int read(int bits) throws RejectedException {
    int value = (int) window & ((1 << bits) - 1);
    skip(bits);
    return value;
  }

  boolean flag() throws RejectedException {
    return read(1) == 1;
  }

  private void fill() {
    while (count <= Long.SIZE - Byte.SIZE && at < end) {
      window |= (bytes[at++] & 0xFFL) << count;
      count += Byte.SIZE;
    }
  }
}
