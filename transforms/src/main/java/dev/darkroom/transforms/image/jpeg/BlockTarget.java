package dev.darkroom.transforms.image.jpeg;

/** What becomes of each coefficient of a component's blocks, in zigzag order. Immutable. */
final class BlockTarget {
  /** Long enough for whatever a damaged file passes. */
  private static final int LENGTH = 2 * Zigzag.COEFFICIENTS;

  private final int limit;
  private final int[] places = new int[LENGTH];
  private final float[] factors = new float[LENGTH];

  /**
   * @param plane where the coefficients go; those that are not used, behind all others
   * @param quanta the component's quantisation table
   */
  BlockTarget(ComponentPlane plane, int[] quanta) {
    int last = 0;
    for (int i = 0; i < LENGTH; i++) {
      boolean used =
          i < quanta.length && Zigzag.row(i) < plane.kept() && Zigzag.column(i) < plane.kept();
      if (used) {
        places[i] = Zigzag.row(i) * plane.stride() + Zigzag.column(i);
        factors[i] = quanta[i];
        last = i;
      } else {
        places[i] = plane.unused();
      }
    }
    limit = last;
  }

  /** The last coefficient that is used. */
  int limit() {
    return limit;
  }

  /** Relative to the first coefficient of a block. */
  int[] places() {
    return places;
  }

  /** Quantisation steps. */
  float[] factors() {
    return factors;
  }
}
