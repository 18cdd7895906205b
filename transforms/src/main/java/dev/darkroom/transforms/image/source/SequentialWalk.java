package dev.darkroom.transforms.image.source;

import dev.darkroom.transforms.rejection.RejectedException;

/** The blocks of a sequential scan, each with all its coefficients (ITU-T T.81, F.2.2). */
final class SequentialWalk implements BlockWalk {
  private static final int SHIFT = 64 - HuffmanTable.LOOKUP_BITS;
  private static final int COEFFICIENTS = 64;

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
    int[] steps = table.steps();
    int passed = 1;
    while (true) {
      bits.refill();
      long head = bits.head;
      int available = bits.available;
      int step = 0;
      boolean stays = true;
      // Without a look whether there are bits enough: 56 are, and each step takes 14 at most.
      for (int n = 0; n < 4 && stays; n++) {
        step = steps[(int) (head >>> SHIFT)];
        passed += HuffmanTable.passed(step);
        stays = step != 0 && !HuffmanTable.endsBlock(step) && passed < COEFFICIENTS;
        if (stays) {
          head <<= step;
          available -= HuffmanTable.bitsTaken(step);
        }
      }
      bits.head = head;
      bits.available = available;
      if (stays) {
        continue;
      }
      if (passed < COEFFICIENTS && HuffmanTable.endsBlock(step)) {
        bits.skip(HuffmanTable.bitsTaken(step));
        return;
      }
      passed = passOne(bits, table, passed - HuffmanTable.passed(step));
      if (passed >= COEFFICIENTS) {
        return;
      }
    }
  }

  private static int passOne(CodedBits bits, HuffmanTable table, int before)
      throws RejectedException {
    int step = HuffmanTable.step(BlockWalk.code(bits, table));
    bits.skip(HuffmanTable.bitsTaken(step));
    return HuffmanTable.endsBlock(step) ? COEFFICIENTS : before + HuffmanTable.passed(step);
  }

  @Override
  public void restart() {}
}
