package dev.darkroom.transforms.image.webp;

import dev.darkroom.transforms.image.source.WebpChunks;
import dev.darkroom.transforms.rejection.RejectedException;
import java.util.Arrays;

/** Reads prefix codes: two symbols at most by their names, others by the lengths of all. */
final class CodeReader {
  private static final int[] ORDER = {
    17, 18, 0, 1, 2, 3, 4, 5, 16, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15
  };
  private static final int REPEAT = 16;
  private static final int FEW_ZEROES = 17;

  private CodeReader() {}

  static PrefixCode read(CodedBits bits, int symbols) throws RejectedException {
    int[] lengths = new int[symbols];
    if (bits.flag()) {
      boolean two = bits.flag();
      take(bits.read(bits.flag() ? 8 : 1), lengths);
      if (two) {
        take(bits.read(8), lengths);
      }
    } else {
      readLengths(bits, lengths);
    }
    return PrefixCode.of(lengths);
  }

  private static void take(int symbol, int[] lengths) throws RejectedException {
    if (symbol >= lengths.length) {
      throw WebpChunks.corrupt("a code is of the unknown symbol " + symbol);
    }
    lengths[symbol] = 1;
  }

  private static void readLengths(CodedBits bits, int[] lengths) throws RejectedException {
    int[] ofLengths = new int[ORDER.length];
    int count = bits.read(4) + 4;
    for (int i = 0; i < count; i++) {
      ofLengths[ORDER[i]] = bits.read(3);
    }
    PrefixCode code = PrefixCode.of(ofLengths);
    int left = bits.flag() ? bits.read(2 * bits.read(3) + 2) + 2 : lengths.length;
    int previous = 8;
    int at = 0;
    while (at < lengths.length && left-- > 0) {
      int symbol = code.symbol(bits);
      if (symbol < REPEAT) {
        lengths[at++] = symbol;
        previous = symbol == 0 ? previous : symbol;
      } else {
        int times = times(bits, symbol);
        if (times > lengths.length - at) {
          throw WebpChunks.corrupt("there are more codes than symbols");
        }
        Arrays.fill(lengths, at, at + times, symbol == REPEAT ? previous : 0);
        at += times;
      }
    }
  }

  private static int times(CodedBits bits, int symbol) throws RejectedException {
    return symbol == REPEAT
        ? bits.read(2) + 3
        : symbol == FEW_ZEROES ? bits.read(3) + 3 : bits.read(7) + 11;
  }
}
