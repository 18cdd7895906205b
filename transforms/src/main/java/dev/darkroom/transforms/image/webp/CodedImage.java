package dev.darkroom.transforms.image.webp;

import dev.darkroom.transforms.image.source.WebpChunks;
import dev.darkroom.transforms.rejection.RejectedException;

/** Decodes pixels that are coded one by one, or as copies of those before. */
final class CodedImage {
  private static final int MOST_CACHE_BITS = 11;
  private static final int HASH = 0x1E35A7BD;

  /** Rows above and 8 less the columns to the left, four bits each, of the nearest pixels. */
  private static final int[] NEAR = {
    0x18, 0x07, 0x17, 0x19, 0x28, 0x06, 0x27, 0x29, 0x16, 0x1a, 0x26, 0x2a, 0x38, 0x05, 0x37, 0x39,
    0x15, 0x1b, 0x36, 0x3a, 0x25, 0x2b, 0x48, 0x04, 0x47, 0x49, 0x14, 0x1c, 0x35, 0x3b, 0x46, 0x4a,
    0x24, 0x2c, 0x58, 0x45, 0x4b, 0x34, 0x3c, 0x03, 0x57, 0x59, 0x13, 0x1d, 0x56, 0x5a, 0x23, 0x2d,
    0x44, 0x4c, 0x55, 0x5b, 0x33, 0x3d, 0x68, 0x02, 0x67, 0x69, 0x12, 0x1e, 0x66, 0x6a, 0x22, 0x2e,
    0x54, 0x5c, 0x43, 0x4d, 0x65, 0x6b, 0x32, 0x3e, 0x78, 0x01, 0x77, 0x79, 0x53, 0x5d, 0x11, 0x1f,
    0x64, 0x6c, 0x42, 0x4e, 0x76, 0x7a, 0x21, 0x2f, 0x75, 0x7b, 0x31, 0x3f, 0x63, 0x6d, 0x52, 0x5e,
    0x00, 0x74, 0x7c, 0x41, 0x4f, 0x10, 0x20, 0x62, 0x6e, 0x30, 0x73, 0x7d, 0x51, 0x5f, 0x40, 0x72,
    0x7e, 0x61, 0x6f, 0x50, 0x71, 0x7f, 0x60, 0x70
  };

  private final CodedBits bits;
  private final int width;
  private final int height;
  private final int cacheBits;
  private final int[] cache;
  private final CodeGroup[] groups;

  /** Which group each block of pixels has; none if there is one group. */
  private final int[] groupOf;

  private final int blockBits;

  private CodedImage(CodedBits bits, int width, int height, boolean inGroups)
      throws RejectedException {
    this.bits = bits;
    this.width = width;
    this.height = height;
    cacheBits = bits.flag() ? bits.read(4) : 0;
    if (cacheBits > MOST_CACHE_BITS) {
      throw WebpChunks.corrupt("it has a cache of 2^" + cacheBits + " colours");
    }
    cache = new int[cacheBits == 0 ? 0 : 1 << cacheBits];
    boolean several = inGroups && bits.flag();
    blockBits = several ? bits.read(3) + 2 : 0;
    groupOf = several ? of(bits, blocks(width, blockBits), blocks(height, blockBits)) : new int[0];
    int last = 0;
    for (int i = 0; i < groupOf.length; i++) {
      groupOf[i] = groupOf[i] >> 8 & 0xFFFF;
      last = Math.max(last, groupOf[i]);
    }
    groups = new CodeGroup[last + 1];
    for (int i = 0; i < groups.length; i++) {
      groups[i] = new CodeGroup(bits, cache.length);
    }
  }

  /** The pixels of an image that serves to decode another one, as 0xAARRGGBB. */
  static int[] of(CodedBits bits, int width, int height) throws RejectedException {
    int[] pixels = new int[width * height];
    new CodedImage(bits, width, height, false).decode(pixels);
    return pixels;
  }

  /** Decodes the image that all others serve into the first elements. */
  static void decode(CodedBits bits, int width, int height, int[] pixels) throws RejectedException {
    new CodedImage(bits, width, height, true).decode(pixels);
  }

  /** How many blocks of 2^bits pixels a side has. */
  static int blocks(int side, int bits) {
    return (side + (1 << bits) - 1) >> bits;
  }

  private void decode(int[] pixels) throws RejectedException {
    int count = width * height;
    int across = blocks(width, blockBits);
    CodeGroup group = groups[0];
    int inserted = 0;
    int at = 0;
    while (at < count) {
      if (groupOf.length > 0) {
        int row = (at / width) >> blockBits;
        group = groups[groupOf[row * across + ((at % width) >> blockBits)]];
      }
      int symbol = group.main(bits);
      if (symbol < CodeGroup.COPIES) {
        pixels[at++] = group.literal(bits, symbol);
      } else if (symbol < CodeGroup.CACHED) {
        int length = CodeGroup.number(bits, symbol - CodeGroup.COPIES);
        int from = at - distance(group.distance(bits));
        if (from < 0 || length > count - at) {
          throw WebpChunks.corrupt("pixels are copied from or to outside the image");
        }
        for (int i = 0; i < length; i++) {
          pixels[at + i] = pixels[from + i];
        }
        at += length;
      } else {
        pixels[at++] = cache[symbol - CodeGroup.CACHED];
      }
      for (; cacheBits > 0 && inserted < at; inserted++) {
        cache[(HASH * pixels[inserted]) >>> (Integer.SIZE - cacheBits)] = pixels[inserted];
      }
    }
  }

  /** In pixels. */
  private int distance(int coded) {
    if (coded > NEAR.length) {
      return coded - NEAR.length;
    }
    int near = NEAR[coded - 1];
    return Math.max(1, (near >> 4) * width + 8 - (near & 0xF));
  }
}
