package dev.darkroom.transforms.image.jpeg;

import dev.darkroom.transforms.rejection.RejectedException;

/** The blocks of a progressive scan (ITU-T T.81, G.1.2 and G.2). */
final class ProgressiveWalk implements BlockWalk {
  private final JpegScan scan;
  private final HuffmanTable[] dc;
  private final HuffmanTable[] ac;

  /** By block of the scan's component: its coefficients that earlier scans made other than zero. */
  private final long[] begun;

  private int blocksToPass;

  /** Takes the tables of the scan's components, and what earlier scans left. */
  ProgressiveWalk(JpegScan scan, HuffmanTable[] dc, HuffmanTable[] ac, long[] begun) {
    this.scan = scan;
    this.dc = dc;
    this.ac = ac;
    this.begun = begun;
  }

  @Override
  public void restart() {
    blocksToPass = 0;
  }

  @Override
  public void pass(CodedBits bits, int row, int from, int to) throws RejectedException {
    for (int unit = from; unit < to && !bits.isOver(); unit++) {
      for (int i = 0; i < dc.length; i++) {
        for (int block = scan.across(i) * scan.down(i); block > 0; block--) {
          passBlock(bits, i, row * scan.unitsAcross() + unit);
        }
      }
    }
  }

  private void passBlock(CodedBits bits, int i, int block) throws RejectedException {
    if (scan.first() == 0) {
      passDc(bits, dc[i]);
    } else if (scan.refines()) {
      refine(bits, ac[i], block);
    } else {
      begin(bits, ac[i], block);
    }
  }

  private void passDc(CodedBits bits, HuffmanTable table) throws RejectedException {
    if (scan.refines()) {
      take(bits, 1);
    } else {
      int code = code(bits, table);
      bits.skip((code & 0xFF) + ((code >> 8) & 0xF));
    }
  }

  private void begin(CodedBits bits, HuffmanTable table, int block) throws RejectedException {
    if (blocksToPass > 0) {
      blocksToPass--;
      return;
    }
    for (int k = scan.first(); k <= scan.last(); k++) {
      int code = code(bits, table);
      int run = code >> 12;
      int size = (code >> 8) & 0xF;
      bits.skip((code & 0xFF) + size);
      if (size == 0 && run < 15) {
        blocksToPass = runOfBlocks(bits, run) - 1;
        return;
      }
      k += run;
      if (size != 0) {
        begun[block] |= 1L << k;
      }
    }
  }

  private void refine(CodedBits bits, HuffmanTable table, int block) throws RejectedException {
    int k = scan.first();
    while (blocksToPass == 0 && k <= scan.last()) {
      int code = code(bits, table);
      int run = code >> 12;
      boolean begins = ((code >> 8) & 0xF) != 0;
      bits.skip((code & 0xFF) + (begins ? 1 : 0));
      if (!begins && run < 15) {
        blocksToPass = runOfBlocks(bits, run);
        break;
      }
      int corrections = 0;
      for (; k <= scan.last(); k++) {
        if ((begun[block] >>> k & 1) != 0) {
          corrections++;
        } else if (run-- == 0) {
          break;
        }
      }
      take(bits, corrections);
      if (begins && k <= scan.last()) {
        begun[block] |= 1L << k;
      }
      k++;
    }
    if (blocksToPass > 0) {
      if (k <= scan.last()) {
        long rest = (-1L << k) & (-1L >>> (63 - scan.last()));
        take(bits, Long.bitCount(begun[block] & rest));
      }
      blocksToPass--;
    }
  }

  private static int code(CodedBits bits, HuffmanTable table) throws RejectedException {
    if (bits.available < 32) {
      bits.refill();
    }
    return table.symbol(bits.head);
  }

  private static int runOfBlocks(CodedBits bits, int size) {
    if (bits.available < 32) {
      bits.refill();
    }
    int extra = size == 0 ? 0 : (int) (bits.head >>> (64 - size));
    bits.skip(size);
    return (1 << size) + extra;
  }

  private static void take(CodedBits bits, int count) {
    for (int left = count; left > 0; left -= 32) {
      if (bits.available < 32) {
        bits.refill();
      }
      bits.skip(Math.min(left, 32));
    }
  }
}
