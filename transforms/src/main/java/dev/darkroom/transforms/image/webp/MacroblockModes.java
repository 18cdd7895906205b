package dev.darkroom.transforms.image.webp;

import dev.darkroom.transforms.rejection.RejectedException;
import java.util.Arrays;

/** How a macroblock is predicted (RFC 6386, section 11.2), one after the other. */
final class MacroblockModes {
  private static final int ACROSS = 4;

  private final int[] above;
  private final int[] left = new int[ACROSS];
  private final int[] blocks = new int[ACROSS * ACROSS];
  private boolean inBlocks;
  private int luma;
  private int chroma;

  /**
   * @param columns of macroblocks
   */
  MacroblockModes(int columns) {
    above = new int[ACROSS * columns];
  }

  void startRow() {
    Arrays.fill(left, BlockPrediction.MEAN);
  }

  /** Reads those of the next macroblock. */
  void read(BoolDecoder bits, int column) throws RejectedException {
    inBlocks = !bits.bit(145);
    int from = ACROSS * column;
    if (inBlocks) {
      for (int i = 0; i < blocks.length; i++) {
        int x = from + i % ACROSS;
        int y = i / ACROSS;
        blocks[i] = BlockModes.read(bits, above[x], left[y]);
        above[x] = blocks[i];
        left[y] = blocks[i];
      }
    } else {
      luma =
          bits.bit(156)
              ? bits.bit(128) ? BlockPrediction.TRUE_MOTION : BlockPrediction.HORIZONTAL
              : bits.bit(163) ? BlockPrediction.VERTICAL : BlockPrediction.MEAN;
      Arrays.fill(above, from, from + ACROSS, luma);
      Arrays.fill(left, luma);
    }
    chroma = readChroma(bits);
  }

  private static int readChroma(BoolDecoder bits) throws RejectedException {
    if (!bits.bit(142)) {
      return BlockPrediction.MEAN;
    }
    if (!bits.bit(114)) {
      return BlockPrediction.VERTICAL;
    }
    return bits.bit(183) ? BlockPrediction.TRUE_MOTION : BlockPrediction.HORIZONTAL;
  }

  /** Whether its blocks of luma are predicted one by one. */
  boolean inBlocks() {
    return inBlocks;
  }

  /** The mode of a block, if they are. */
  int block(int number) {
    return blocks[number];
  }

  /** The mode of all luma, if they are not. */
  int luma() {
    return luma;
  }

  int chroma() {
    return chroma;
  }
}
