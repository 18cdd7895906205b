package dev.darkroom.transforms.image.webp;

import dev.darkroom.transforms.rejection.RejectedException;
import java.util.Arrays;

/**
 * What is added to the prediction of a macroblock, as coefficients (RFC 6386, section 13): of 16
 * blocks of luma, row by row, and of four each of U and V. Not thread-safe.
 */
final class Residuals {
  static final int LUMA_BLOCKS = 16;
  static final int BLOCKS = 24;
  static final int COEFFICIENTS = 16;

  /** What a block adds: nothing, one value everywhere, or what has to be transformed. */
  static final int NOTHING = 0;

  static final int LEVEL = 1;
  static final int ALL = 2;

  private static final int MEANS = BLOCKS * COEFFICIENTS;

  /** Contexts of a macroblock's side: four of luma, two of U, two of V, one of the means. */
  private static final int CONTEXTS = 9;

  private static final int OF_MEANS = 8;

  /** Kinds of blocks that have probabilities of their own. */
  private static final int LUMA_LESS_MEANS = 0;

  private static final int LUMA_MEANS = 1;
  private static final int CHROMA = 2;
  private static final int LUMA = 3;

  private static final int[] ZIGZAG = {0, 1, 4, 8, 5, 2, 3, 6, 9, 12, 13, 10, 7, 11, 14, 15};
  private static final int[] BANDS = {0, 1, 2, 3, 6, 4, 5, 6, 6, 6, 6, 6, 6, 6, 6, 7, 0};
  private static final int[][] LARGE = {
    {173, 148, 140},
    {176, 155, 140, 135},
    {180, 157, 141, 134, 130},
    {254, 254, 243, 230, 196, 177, 153, 140, 133, 130, 129}
  };

  private final int[] probabilities;
  private final byte[] above;
  private final byte[] left = new byte[CONTEXTS];
  private final short[] coefficients = new short[MEANS + COEFFICIENTS];
  private final int[] kinds = new int[BLOCKS];

  /**
   * @param probabilities as {@link CoefficientProbabilities} gives them
   * @param columns of macroblocks
   */
  Residuals(int[] probabilities, int columns) {
    this.probabilities = probabilities;
    this.above = new byte[CONTEXTS * columns];
  }

  void startRow() {
    Arrays.fill(left, (byte) 0);
  }

  /** A macroblock has none. */
  void skip(int column, boolean inBlocks) {
    int kept = inBlocks ? OF_MEANS : CONTEXTS;
    Arrays.fill(left, 0, kept, (byte) 0);
    Arrays.fill(above, CONTEXTS * column, CONTEXTS * column + kept, (byte) 0);
    Arrays.fill(kinds, NOTHING);
  }

  /**
   * Reads those of a macroblock.
   *
   * @param inBlocks whether its blocks were predicted one by one; if not, their means are coded
   *     apart
   * @param factors as {@link Quantisation} gives them
   * @return whether there are any
   */
  boolean read(BoolDecoder bits, int column, boolean inBlocks, int[] factors)
      throws RejectedException {
    Arrays.fill(coefficients, (short) 0);
    int base = CONTEXTS * column;
    if (!inBlocks) {
      int context = left[OF_MEANS] + above[base + OF_MEANS];
      int end = block(bits, LUMA_MEANS, context, 0, factors[2], factors[3], MEANS);
      left[OF_MEANS] = above[base + OF_MEANS] = (byte) (end > 0 ? 1 : 0);
      InverseTransform.spread(coefficients, MEANS);
    }
    int type = inBlocks ? LUMA : LUMA_LESS_MEANS;
    int any = square(bits, type, 4, 0, base, 0, factors[0], factors[1]);
    any |= square(bits, CHROMA, 2, 4, base, LUMA_BLOCKS, factors[4], factors[5]);
    any |= square(bits, CHROMA, 2, 6, base, LUMA_BLOCKS + 4, factors[4], factors[5]);
    return any != 0;
  }

  private int square(
      BoolDecoder bits, int type, int side, int from, int base, int block, int first, int others)
      throws RejectedException {
    int start = type == LUMA_LESS_MEANS ? 1 : 0;
    int any = NOTHING;
    for (int y = from; y < from + side; y++) {
      for (int x = from; x < from + side; x++) {
        int number = block + (y - from) * side + x - from;
        int at = number * COEFFICIENTS;
        int end = block(bits, type, left[y] + above[base + x], start, first, others, at);
        left[y] = above[base + x] = (byte) (end > start ? 1 : 0);
        kinds[number] = end > 1 ? ALL : coefficients[at] != 0 ? LEVEL : NOTHING;
        any |= kinds[number];
      }
    }
    return any;
  }

  /** Reads a block from its coefficient {@code from} on; gives how far they go. */
  private int block(
      BoolDecoder bits, int type, int context, int from, int first, int others, int at)
      throws RejectedException {
    int[] p = probabilities;
    int n = from;
    int i = branches(type, n, context);
    while (n < COEFFICIENTS && bits.bit(p[i])) {
      while (!bits.bit(p[i + 1])) {
        if (++n == COEFFICIENTS) {
          return n;
        }
        i = branches(type, n, 0);
      }
      int size = bits.bit(p[i + 2]) ? large(bits, i) : 1;
      int value = bits.sign() ? -size : size;
      coefficients[at + ZIGZAG[n]] = (short) (value * (n == 0 ? first : others));
      n++;
      i = branches(type, n, size == 1 ? 1 : 2);
    }
    return n;
  }

  private static int branches(int type, int n, int context) {
    int band = type * CoefficientProbabilities.BANDS + BANDS[n];
    return (band * CoefficientProbabilities.CONTEXTS + context) * CoefficientProbabilities.BRANCHES;
  }

  private int large(BoolDecoder bits, int i) throws RejectedException {
    int[] p = probabilities;
    if (!bits.bit(p[i + 3])) {
      return !bits.bit(p[i + 4]) ? 2 : bits.bit(p[i + 5]) ? 4 : 3;
    }
    if (!bits.bit(p[i + 6])) {
      if (!bits.bit(p[i + 7])) {
        return bits.bit(159) ? 6 : 5;
      }
      int high = bits.bit(165) ? 2 : 0;
      return 7 + high + (bits.bit(145) ? 1 : 0);
    }
    int upper = bits.bit(p[i + 8]) ? 1 : 0;
    int category = 2 * upper + (bits.bit(p[i + 9 + upper]) ? 1 : 0);
    int value = 0;
    for (int probability : LARGE[category]) {
      value = 2 * value + (bits.bit(probability) ? 1 : 0);
    }
    return value + 3 + (8 << category);
  }

  /** Adds a block's to its prediction. */
  void add(int block, Plane plane, int at) {
    if (kinds[block] == ALL) {
      InverseTransform.add(coefficients, block * COEFFICIENTS, plane, at);
    } else if (kinds[block] == LEVEL) {
      InverseTransform.addLevel(coefficients[block * COEFFICIENTS], plane, at);
    }
  }
}
