package dev.darkroom.transforms.image.webp;

import dev.darkroom.transforms.rejection.RejectedException;

/**
 * Up to four kinds of macroblocks that are quantised and filtered in their own ways (RFC 6386,
 * sections 9.3 and 10). Immutable.
 */
final class Segments {
  static final int MOST = 4;

  private static final int SURE = 255;

  private final boolean used;
  private final boolean mapped;
  private final boolean absolute;
  private final int[] quantisers = new int[MOST];
  private final int[] levels = new int[MOST];
  private final int[] probabilities = {SURE, SURE, SURE};

  Segments(BoolDecoder bits) throws RejectedException {
    used = bits.flag();
    mapped = used && bits.flag();
    boolean given = used && bits.flag();
    absolute = !given || bits.flag();
    if (given) {
      read(bits, quantisers, 7);
      read(bits, levels, 6);
    }
    for (int i = 0; mapped && i < probabilities.length; i++) {
      probabilities[i] = bits.flag() ? bits.number(8) : SURE;
    }
  }

  private static void read(BoolDecoder bits, int[] values, int size) throws RejectedException {
    for (int i = 0; i < values.length; i++) {
      values[i] = bits.signedIfAny(size);
    }
  }

  /** The segment of the next macroblock. */
  int next(BoolDecoder bits) throws RejectedException {
    if (!mapped) {
      return 0;
    }
    return bits.bit(probabilities[0])
        ? bits.bit(probabilities[2]) ? 3 : 2
        : bits.bit(probabilities[1]) ? 1 : 0;
  }

  /** A segment's index of factors, from that of the whole picture. */
  int quantiser(int segment, int base) {
    return of(quantisers, segment, base);
  }

  /** A segment's filter level, from that of the whole picture. */
  int level(int segment, int base) {
    return of(levels, segment, base);
  }

  private int of(int[] values, int segment, int base) {
    return !used ? base : absolute ? values[segment] : base + values[segment];
  }
}
