package dev.darkroom.transforms.image.webp;

import dev.darkroom.transforms.rejection.RejectedException;

/** What coefficients are multiplied by (RFC 6386, sections 9.6 and 14.1). Immutable. */
final class Quantisation {
  private static final int[] FIRST = {
    4, 5, 6, 7, 8, 9, 10, 10, 11, 12, 13, 14, 15, 16, 17, 17,
    18, 19, 20, 20, 21, 21, 22, 22, 23, 23, 24, 25, 25, 26, 27, 28,
    29, 30, 31, 32, 33, 34, 35, 36, 37, 37, 38, 39, 40, 41, 42, 43,
    44, 45, 46, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58,
    59, 60, 61, 62, 63, 64, 65, 66, 67, 68, 69, 70, 71, 72, 73, 74,
    75, 76, 76, 77, 78, 79, 80, 81, 82, 83, 84, 85, 86, 87, 88, 89,
    91, 93, 95, 96, 98, 100, 101, 102, 104, 106, 108, 110, 112, 114, 116, 118,
    122, 124, 126, 128, 130, 132, 134, 136, 138, 140, 143, 145, 148, 151, 154, 157
  };

  private static final int[] OTHERS = {
    4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19,
    20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35,
    36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51,
    52, 53, 54, 55, 56, 57, 58, 60, 62, 64, 66, 68, 70, 72, 74, 76,
    78, 80, 82, 84, 86, 88, 90, 92, 94, 96, 98, 100, 102, 104, 106, 108,
    110, 112, 114, 116, 119, 122, 125, 128, 131, 134, 137, 140, 143, 146, 149, 152,
    155, 158, 161, 164, 167, 170, 173, 177, 181, 185, 189, 193, 197, 201, 205, 209,
    213, 217, 221, 225, 229, 234, 239, 245, 249, 254, 259, 264, 269, 274, 279, 284
  };

  private static final int MOST = 127;
  private static final int MOST_FIRST_CHROMA = 117;
  private static final int LEAST_MEANS = 8;

  private final int base;
  private final int[] deltas;

  private Quantisation(int base, int[] deltas) {
    this.base = base;
    this.deltas = deltas;
  }

  static Quantisation read(BoolDecoder bits) throws RejectedException {
    int base = bits.number(7);
    int[] deltas = new int[5];
    for (int i = 0; i < deltas.length; i++) {
      deltas[i] = bits.signedIfAny(4);
    }
    return new Quantisation(base, deltas);
  }

  /**
   * The factors of a segment: of the first coefficient and of the others, of luma, of the means of
   * its blocks, and of chroma.
   */
  int[] factors(Segments segments, int segment) {
    int index = segments.quantiser(segment, base);
    return new int[] {
      FIRST[clip(index + deltas[0], MOST)],
      OTHERS[clip(index, MOST)],
      2 * FIRST[clip(index + deltas[1], MOST)],
      Math.max(LEAST_MEANS, OTHERS[clip(index + deltas[2], MOST)] * 155 / 100),
      FIRST[clip(index + deltas[3], MOST_FIRST_CHROMA)],
      OTHERS[clip(index + deltas[4], MOST)]
    };
  }

  private static int clip(int index, int most) {
    return Math.max(0, Math.min(most, index));
  }
}
