package dev.darkroom.transforms.image.webp;

import dev.darkroom.transforms.rejection.RejectedException;

/** How edges between blocks are smoothed (RFC 6386, sections 9.3, 9.6 and 15). Immutable. */
final class FilterSettings {
  private static final int MOST_LEVEL = 63;

  private final boolean simple;
  private final int base;
  private final int sharpness;
  private final int intraDelta;
  private final int blocksDelta;

  FilterSettings(BoolDecoder bits) throws RejectedException {
    simple = bits.flag();
    base = bits.number(6);
    sharpness = bits.number(3);
    int[] deltas = new int[8];
    boolean adjusted = bits.flag();
    if (adjusted && bits.flag()) {
      for (int i = 0; i < deltas.length; i++) {
        deltas[i] = bits.signedIfAny(6);
      }
    }
    intraDelta = deltas[0];
    blocksDelta = deltas[4];
  }

  /** Whether luma alone is smoothed, by the simple filter. */
  boolean simple() {
    return simple;
  }

  /**
   * How strongly a macroblock is smoothed, 0 to 63.
   *
   * @param inBlocks whether its blocks were predicted one by one
   */
  int level(Segments segments, int segment, boolean inBlocks) {
    if (base == 0) {
      return 0;
    }
    int level = segments.level(segment, base) + intraDelta + (inBlocks ? blocksDelta : 0);
    return Math.max(0, Math.min(MOST_LEVEL, level));
  }

  /** By how much neighbours within a block may differ, for edges to be smoothed. */
  int interior(int level) {
    int limit = level;
    if (sharpness > 0) {
      limit = Math.min(9 - sharpness, level >> (sharpness > 4 ? 2 : 1));
    }
    return Math.max(1, limit);
  }

  /** By how much samples beside an edge must differ to be taken for an edge of the picture. */
  static int variance(int level) {
    return level >= 40 ? 2 : level >= 15 ? 1 : 0;
  }
}
