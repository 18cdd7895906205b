package dev.darkroom.transforms.image.webp;

import dev.darkroom.transforms.rejection.RejectedException;

/** An image that holds a pixel for each block of pixels of another one. */
final class BlockImage {
  private final int bits;
  private final int across;
  private final int[] pixels;

  /** Reads the size of the blocks, and the image of an image of so many pixels. */
  BlockImage(CodedBits coded, int width, int height) throws RejectedException {
    bits = coded.read(3) + 2;
    across = CodedImage.blocks(width, bits);
    pixels = CodedImage.of(coded, across, CodedImage.blocks(height, bits));
  }

  /** The pixel of the block that a pixel lies in. */
  int of(int x, int y) {
    return pixels[(y >> bits) * across + (x >> bits)];
  }
}
