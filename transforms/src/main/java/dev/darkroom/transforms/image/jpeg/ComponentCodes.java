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
  private final int[] firstSteps;
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
    firstSteps = dc.steps();
    leaps = ac.leaps();
    steps = ac.steps();
  }

  /** A restart marker was passed. */
  void restart() {
    prediction = 0;
  }

  /** Passes all blocks of a unit, without leaving the loop for each. */
  void skip(CodedBits bits) throws RejectedException {
    byte[] data = bits.data();
    int[] first = firstSteps;
    int[] three = leaps;
    int[] one = steps;
    long head = bits.head;
    int available = bits.available;
    int at = bits.at;
    int level = prediction;
    for (int block = across * down; block > 0; block--) {
      head |= CodedBits.next(data, at) >>> available;
      at += (63 - available) >>> 3;
      available |= 56;
      int step = first[(int) (head >>> SHIFT)];
      if (step == 0) {
        step = dc.longStep(head);
      }
      level += value(head, step & 0xFF, step >>> 8);
      head <<= step;
      available -= step & 0xFF;
      int passed = 1;
      while (true) {
        // Once for two steps: 56 bits last for them, as a sound step takes 26 at most.
        head |= CodedBits.next(data, at) >>> available;
        at += (63 - available) >>> 3;
        available |= 56;
        step = three[(int) (head >>> SHIFT)];
        if (step == 0 || leavesBlock(passed, step)) {
          step = one[(int) (head >>> SHIFT)];
          if (step == 0) {
            step = ac.longStep(head);
          }
        }
        head <<= step;
        available -= step & 0xFF;
        passed += step >>> 8;
        if (passed >= COEFFICIENTS) {
          break;
        }
        step = three[(int) (head >>> SHIFT)];
        if (step == 0 || leavesBlock(passed, step)) {
          step = one[(int) (head >>> SHIFT)];
          if (step == 0) {
            step = ac.longStep(head);
          }
        }
        head <<= step;
        available -= step & 0xFF;
        passed += step >>> 8;
        if (passed >= COEFFICIENTS) {
          break;
        }
      }
    }
    prediction = level;
    bits.head = head;
    bits.available = available;
    bits.at = at;
  }

  /** Whether a leap's last codes may belong to the next block. */
  private static boolean leavesBlock(int passed, int leap) {
    return passed + (leap >>> 8 & COEFFICIENTS - 1) >= COEFFICIENTS;
  }

  /** Decodes all blocks of a unit, of which this is the column. */
  void decode(CodedBits bits, int unit) throws RejectedException {
    float[] blocks = plane.arriving();
    for (int y = 0; y < down; y++) {
      for (int x = 0; x < across; x++) {
        int passed = decodeBlock(bits, blocks, plane.offset(unit * across + x, y));
        if (passed < COEFFICIENTS) {
          skipRest(bits, passed);
        }
      }
    }
  }

  /** Puts a block's coefficients where they belong, up to the limit; gives how many it passed. */
  private int decodeBlock(CodedBits bits, float[] blocks, int offset) throws RejectedException {
    int[] places = plane.places();
    int limit = plane.limit();
    byte[] data = bits.data();
    int[] values = ac.values();
    long head = bits.head;
    int available = bits.available;
    int at = bits.at;
    head |= CodedBits.next(data, at) >>> available;
    at += (63 - available) >>> 3;
    available |= 56;
    int first = firstSteps[(int) (head >>> SHIFT)];
    if (first == 0) {
      first = dc.longStep(head);
    }
    prediction += value(head, first & 0xFF, first >>> 8);
    blocks[offset] = prediction;
    head <<= first;
    available -= first & 0xFF;
    int passed = 1;
    while (passed <= limit) {
      // Once for two steps: 56 bits last for them, as a sound step takes 26 at most.
      head |= CodedBits.next(data, at) >>> available;
      at += (63 - available) >>> 3;
      available |= 56;
      int step = values[(int) (head >>> SHIFT)];
      if ((step & HuffmanTable.ELSEWHERE) != 0) {
        step = ac.longValue(step, head);
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
        step = ac.longValue(step, head);
      }
      passed += step >> 8 & 0xFF;
      blocks[offset + places[passed]] = step >> 16;
      head <<= step;
      available -= step & 0xFF;
    }
    bits.head = head;
    bits.available = available;
    bits.at = at;
    return passed;
  }

  private void skipRest(CodedBits bits, int from) throws RejectedException {
    for (int passed = from; passed < COEFFICIENTS; ) {
      bits.refill();
      int step = leaps[(int) (bits.head >>> SHIFT)];
      if (step == 0 || leavesBlock(passed, step)) {
        step = steps[(int) (bits.head >>> SHIFT)];
        if (step == 0) {
          step = ac.longStep(bits.head);
        }
      }
      bits.skip(step);
      passed += step >>> 8;
    }
  }

  /** The value that ends a step at the head of {@code bits}. */
  private static int value(long bits, int step, int size) {
    return HuffmanTable.value((int) (bits >>> (64 - step)) & (1 << size) - 1, size);
  }
}
