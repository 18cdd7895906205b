package dev.darkroom.transforms.image.jpeg;

import dev.darkroom.transforms.rejection.RejectedException;
import javax.annotation.Nullable;

/** The blocks of one component in a sequential scan (ITU-T T.81, F.2.2). Not thread-safe. */
final class ComponentCodes {
  private static final int SHIFT = 64 - HuffmanTable.LOOKUP_BITS;
  private static final int COEFFICIENTS = Zigzag.COEFFICIENTS;

  private final HuffmanTable dc;
  private final HuffmanTable ac;
  private final int across;
  private final int down;
  private final int[] leaps;
  private final int[] steps;
  @Nullable private final ComponentPlane plane;
  private int prediction;

  /**
   * @param across blocks in a unit, side by side
   * @param down blocks in a unit, one above the other
   * @param plane receives what is decoded; null if nothing is
   */
  ComponentCodes(
      HuffmanTable dc, HuffmanTable ac, int across, int down, @Nullable ComponentPlane plane) {
    this.dc = dc;
    this.ac = ac;
    this.across = across;
    this.down = down;
    this.plane = plane;
    leaps = ac.leaps();
    steps = ac.steps();
  }

  /** A restart marker was passed. */
  void restart() {
    prediction = 0;
  }

  /** Passes all blocks of a unit. */
  void skip(CodedBits bits) throws RejectedException {
    for (int block = across * down; block > 0; block--) {
      passMean(bits);
      skipFrom(bits, 1);
    }
  }

  private void passMean(CodedBits bits) throws RejectedException {
    bits.refill();
    int step = dc.step(bits.head);
    prediction += HuffmanTable.value(bits.head, step & 0xFF, step >>> 8);
    bits.skip(step);
  }

  /** Whether a leap's last codes may belong to the next block. */
  private static boolean leavesBlock(int passed, int leap) {
    return passed + (leap >>> 8 & COEFFICIENTS - 1) >= COEFFICIENTS;
  }

  /** Decodes all blocks of a unit, of which this is the column. */
  void decode(CodedBits bits, int unit) throws RejectedException {
    for (int y = 0; y < down; y++) {
      for (int x = 0; x < across; x++) {
        skipFrom(bits, decodeBlock(bits, plane.offset(unit * across + x, y)));
      }
    }
  }

  /** Puts a block's coefficients where they belong, up to the limit; gives how many it passed. */
  private int decodeBlock(CodedBits bits, int offset) throws RejectedException {
    float[] blocks = plane.arriving();
    int[] places = plane.places();
    int limit = plane.limit();
    int[] values = ac.values();
    passMean(bits);
    blocks[offset] = prediction;
    int passed = decodeShort(bits, values, places, blocks, offset, 1, limit);
    while (passed <= limit) {
      bits.refill();
      int step = ac.longValue(values[(int) (bits.head >>> SHIFT)], bits.head);
      passed += step >> 8 & 0xFF;
      blocks[offset + places[passed]] = step >> 16;
      bits.skip(step);
      if (passed <= limit) {
        passed = decodeShort(bits, values, places, blocks, offset, passed, limit);
      }
    }
    return passed;
  }

  /**
   * The same as far as {@link HuffmanTable#values} are complete. It stands apart, and takes its
   * loop's steps five at a time, so that the JVM's compiler keeps it apart: among the variables of
   * its callers those of the loop would not all have registers.
   */
  private static int decodeShort(
      CodedBits bits, int[] values, int[] places, float[] blocks, int offset, int from, int limit) {
    byte[] data = bits.data();
    long head = bits.head;
    int available = bits.available;
    int at = bits.at;
    int passed = from;
    while (true) {
      // Once for five steps: 56 bits last for them, as each takes no more than are looked up.
      head |= CodedBits.next(data, at) >>> available;
      at += (63 - available) >>> 3;
      available |= 56;
      int step = values[(int) (head >>> SHIFT)];
      if ((step & HuffmanTable.ELSEWHERE) != 0) {
        break;
      }
      passed += step >> 8 & 0xFF;
      blocks[offset + places[passed]] = step >> 16;
      head <<= step;
      available -= step & 0xFF;
      if (passed > limit) {
        break;
      }
      step = values[(int) (head >>> SHIFT)];
      if ((step & HuffmanTable.ELSEWHERE) != 0) {
        break;
      }
      passed += step >> 8 & 0xFF;
      blocks[offset + places[passed]] = step >> 16;
      head <<= step;
      available -= step & 0xFF;
      if (passed > limit) {
        break;
      }
      step = values[(int) (head >>> SHIFT)];
      if ((step & HuffmanTable.ELSEWHERE) != 0) {
        break;
      }
      passed += step >> 8 & 0xFF;
      blocks[offset + places[passed]] = step >> 16;
      head <<= step;
      available -= step & 0xFF;
      if (passed > limit) {
        break;
      }
      step = values[(int) (head >>> SHIFT)];
      if ((step & HuffmanTable.ELSEWHERE) != 0) {
        break;
      }
      passed += step >> 8 & 0xFF;
      blocks[offset + places[passed]] = step >> 16;
      head <<= step;
      available -= step & 0xFF;
      if (passed > limit) {
        break;
      }
      step = values[(int) (head >>> SHIFT)];
      if ((step & HuffmanTable.ELSEWHERE) != 0) {
        break;
      }
      passed += step >> 8 & 0xFF;
      blocks[offset + places[passed]] = step >> 16;
      head <<= step;
      available -= step & 0xFF;
      if (passed > limit) {
        break;
      }
    }
    bits.head = head;
    bits.available = available;
    bits.at = at;
    return passed;
  }

  /** Passes the rest of a block. */
  private void skipFrom(CodedBits bits, int from) throws RejectedException {
    int passed = from;
    while (passed < COEFFICIENTS) {
      passed = skipShort(bits, leaps, steps, passed);
      if (passed < COEFFICIENTS) {
        bits.refill();
        int step = ac.longStep(bits.head);
        passed += step >>> 8;
        bits.skip(step);
      }
    }
  }

  /** The same up to a code of more than {@link HuffmanTable#LOOKUP_BITS} bits. */
  private static int skipShort(CodedBits bits, int[] leaps, int[] steps, int from) {
    byte[] data = bits.data();
    long head = bits.head;
    int available = bits.available;
    int at = bits.at;
    int passed = from;
    while (true) {
      head |= CodedBits.next(data, at) >>> available;
      at += (63 - available) >>> 3;
      available |= 56;
      int step = leaps[(int) (head >>> SHIFT)];
      if (step == 0 || leavesBlock(passed, step)) {
        step = steps[(int) (head >>> SHIFT)];
        if (step == 0) {
          break;
        }
      }
      head <<= step;
      available -= step & 0xFF;
      passed += step >>> 8;
      if (passed >= COEFFICIENTS) {
        break;
      }
      step = leaps[(int) (head >>> SHIFT)];
      if (step == 0 || leavesBlock(passed, step)) {
        step = steps[(int) (head >>> SHIFT)];
        if (step == 0) {
          break;
        }
      }
      head <<= step;
      available -= step & 0xFF;
      passed += step >>> 8;
      if (passed >= COEFFICIENTS) {
        break;
      }
    }
    bits.head = head;
    bits.available = available;
    bits.at = at;
    return passed;
  }
}
