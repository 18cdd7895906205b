package dev.darkroom.transforms.image.webp;

import dev.darkroom.transforms.rejection.RejectedException;

/** The codes that a part of an image is coded with. */
final class CodeGroup {
  /** A literal's green, which comes first, is below; from here on are lengths of copies. */
  static final int COPIES = 256;

  /** From here on are places of the colour cache. */
  static final int CACHED = COPIES + 24;

  private static final int DISTANCES = 40;

  private final PrefixCode main;
  private final PrefixCode red;
  private final PrefixCode blue;
  private final PrefixCode alpha;
  private final PrefixCode distance;

  /** Reads them from before the part's data. */
  CodeGroup(CodedBits bits, int cached) throws RejectedException {
    main = CodeReader.read(bits, CACHED + cached);
    red = CodeReader.read(bits, 256);
    blue = CodeReader.read(bits, 256);
    alpha = CodeReader.read(bits, 256);
    distance = CodeReader.read(bits, DISTANCES);
  }

  /** A literal's green, a length or a place of the cache. */
  int main(CodedBits bits) throws RejectedException {
    return main.symbol(bits);
  }

  /** The literal whose green this is, as 0xAARRGGBB. */
  int literal(CodedBits bits, int green) throws RejectedException {
    int r = red.symbol(bits);
    int b = blue.symbol(bits);
    return alpha.symbol(bits) << 24 | r << 16 | green << 8 | b;
  }

  int distance(CodedBits bits) throws RejectedException {
    return number(bits, distance.symbol(bits));
  }

  /** A number from 1 on: its magnitude, and bits that tell it from others of the same. */
  static int number(CodedBits bits, int magnitude) throws RejectedException {
    if (magnitude < 4) {
      return magnitude + 1;
    }
    int extra = (magnitude - 2) >> 1;
    return ((2 + (magnitude & 1)) << extra) + bits.read(extra) + 1;
  }
}
