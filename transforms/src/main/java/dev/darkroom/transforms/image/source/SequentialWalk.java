package dev.darkroom.transforms.image.source;

import dev.darkroom.transforms.rejection.RejectedException;

/** The blocks of a sequential scan, each with all its coefficients (ITU-T T.81, F.2.2). */
final class SequentialWalk implements BlockWalk {
  private static final int SHIFT = 64 - HuffmanTable.LOOKUP_BITS;
  private static final int COEFFICIENTS = 64;

  /** A code passes 16 coefficients at most, so that up to here two of them stay in the block. */
  private static final int PAIRS_UNTIL = COEFFICIENTS - 16;

  private final HuffmanTable[] dc;
  private final HuffmanTable[] ac;

  /** Takes the tables of the scan's components. */
  SequentialWalk(HuffmanTable[] dc, HuffmanTable[] ac) {
    this.dc = dc;
    this.ac = ac;
  }

  @Override
  public void pass(CodedBits bits, int i, int block) throws RejectedException {
    int difference = BlockWalk.code(bits, dc[i]);
    bits.skip((difference >> 8) + (difference & 0xF));
    HuffmanTable table = ac[i];
    int[] pairs = table.pairSteps();
    int[] singles = table.singleSteps();
    long head = bits.head;
    int available = bits.available;
    int passed = 1;
    while (passed < COEFFICIENTS) {
      if (available < 32) {
        bits.head = head;
        bits.available = available;
        bits.refill();
        head = bits.head;
        available = bits.available;
      }
      int step = (passed < PAIRS_UNTIL ? pairs : singles)[(int) (head >>> SHIFT)];
      if (step == 0) {
        bits.head = head;
        bits.available = available;
        step = HuffmanTable.step(BlockWalk.code(bits, table));
      }
      int taken = step & 0xFFFF;
      head <<= taken;
      available -= taken;
      passed += step >>> 16;
    }
    bits.head = head;
    bits.available = available;
  }

  @Override
  public void restart() {}
}
