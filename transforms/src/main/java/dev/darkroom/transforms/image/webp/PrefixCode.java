package dev.darkroom.transforms.image.webp;

import dev.darkroom.transforms.image.source.WebpChunks;
import dev.darkroom.transforms.rejection.RejectedException;

/**
 * A canonical prefix code of up to 15 bits. A table is looked up by the next 8 bits; an entry holds
 * a symbol and its length, or the complement of the place and size of a table for the bits behind.
 */
final class PrefixCode {
  private static final int MOST_BITS = 15;
  private static final int FIRST_BITS = 8;
  private static final int LENGTH_BITS = 4;
  private static final int LENGTH = (1 << LENGTH_BITS) - 1;

  private final int firstBits;
  private final int[] table;

  private PrefixCode(int firstBits, int[] table) {
    this.firstBits = firstBits;
    this.table = table;
  }

  /**
   * The code in which a symbol has so many bits; none if it does not occur.
   *
   * @throws RejectedException if there is no such code
   */
  static PrefixCode of(int[] lengths) throws RejectedException {
    int used = 0;
    int only = 0;
    int longest = 0;
    int taken = 0;
    for (int symbol = 0; symbol < lengths.length; symbol++) {
      if (lengths[symbol] > 0) {
        used++;
        only = symbol;
        longest = Math.max(longest, lengths[symbol]);
        taken += 1 << (MOST_BITS - lengths[symbol]);
      }
    }
    if (used == 1) {
      return new PrefixCode(0, new int[] {only << LENGTH_BITS});
    }
    if (taken != 1 << MOST_BITS) {
      throw WebpChunks.corrupt("its codes are ambiguous or incomplete");
    }
    int firstBits = Math.min(FIRST_BITS, longest);
    return new PrefixCode(firstBits, table(lengths, codes(lengths), firstBits));
  }

  /** The next symbol. */
  int symbol(CodedBits bits) throws RejectedException {
    int next = (int) bits.next();
    int entry = table[next & ((1 << firstBits) - 1)];
    if (entry < 0) {
      int place = ~entry;
      int rest = next >> FIRST_BITS & ((1 << (place & LENGTH)) - 1);
      entry = table[(place >> LENGTH_BITS) + rest];
    }
    bits.skip(entry & LENGTH);
    return entry >> LENGTH_BITS;
  }

  /**
   * Numbers shorter codes first and equally long ones by their symbols; gives them lowest bit
   * first.
   */
  private static int[] codes(int[] lengths) {
    int[] codes = new int[lengths.length];
    int code = 0;
    for (int length = 1; length <= MOST_BITS; length++) {
      for (int symbol = 0; symbol < lengths.length; symbol++) {
        if (lengths[symbol] == length) {
          codes[symbol] = Integer.reverse(code++) >>> (Integer.SIZE - length);
        }
      }
      code <<= 1;
    }
    return codes;
  }

  private static int[] table(int[] lengths, int[] codes, int firstBits) {
    int first = 1 << firstBits;
    int[] longest = new int[first];
    for (int symbol = 0; symbol < lengths.length; symbol++) {
      int start = codes[symbol] & (first - 1);
      longest[start] = Math.max(longest[start], lengths[symbol]);
    }
    int[] places = new int[first];
    int size = first;
    for (int start = 0; start < first; start++) {
      places[start] = size;
      size += longest[start] > FIRST_BITS ? 1 << (longest[start] - FIRST_BITS) : 0;
    }
    int[] table = new int[size];
    for (int symbol = 0; symbol < lengths.length; symbol++) {
      int length = lengths[symbol];
      int entry = symbol << LENGTH_BITS | length;
      int start = codes[symbol] & (first - 1);
      if (length > FIRST_BITS) {
        int bits = longest[start] - FIRST_BITS;
        table[start] = ~(places[start] << LENGTH_BITS | bits);
        int step = 1 << (length - FIRST_BITS);
        for (int i = codes[symbol] >> FIRST_BITS; i < 1 << bits; i += step) {
          table[places[start] + i] = entry;
        }
      } else if (length > 0) {
        for (int i = codes[symbol]; i < first; i += 1 << length) {
          table[i] = entry;
        }
      }
    }
    return table;
  }
}
