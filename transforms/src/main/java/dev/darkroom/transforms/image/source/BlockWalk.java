package dev.darkroom.transforms.image.source;

import dev.darkroom.transforms.rejection.RejectedException;

/** Passes the code of one block after the other. */
interface BlockWalk {
  /**
   * Passes one block.
   *
   * @param i the place of its component in the scan
   * @param block its place among its component's blocks
   * @throws RejectedException if the bits begin like no code
   */
  void pass(CodedBits bits, int i, int block) throws RejectedException;

  /** A restart marker was passed. */
  void restart();

  /** The code at the head of the bits, as {@link HuffmanTable#code} gives it. */
  static int code(CodedBits bits, HuffmanTable table) throws RejectedException {
    if (bits.available < 32) {
      bits.refill();
    }
    int code = table.code(bits.head);
    if (code == 0) {
      throw JpegHeader.corrupt("the coded data holds a code that no Huffman table has");
    }
    return code;
  }
}
