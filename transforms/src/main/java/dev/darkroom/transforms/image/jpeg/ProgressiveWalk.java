package dev.darkroom.transforms.image.jpeg;

import dev.darkroom.transforms.rejection.RejectedException;
import java.util.Arrays;

/**
 * The blocks of a progressive scan (ITU-T T.81, G.1.2 and G.2). Those of an excerpt are decoded.
 */
final class ProgressiveWalk implements BlockWalk {
  private final JpegScan scan;
  private final HuffmanTable[] dc;
  private final HuffmanTable[] ac;

  /** By block of the scan's component: its coefficients that earlier scans made other than zero. */
  private final long[] begun;

  private final ExcerptBlocks[] excerpt;
  private final int[] predictions;
  private final int bit;
  private int blocksToPass;

  /**
   * Takes the tables of the scan's components, and what earlier scans left.
   *
   * @param excerpt of each component of the scan; of none if nothing is to be decoded
   */
  ProgressiveWalk(
      JpegScan scan, HuffmanTable[] dc, HuffmanTable[] ac, long[] begun, ExcerptBlocks[] excerpt) {
    this.scan = scan;
    this.dc = dc;
    this.ac = ac;
    this.begun = begun;
    this.excerpt = excerpt;
    this.predictions = new int[dc.length];
    this.bit = 1 << scan.low();
  }

  @Override
  public void restart() {
    blocksToPass = 0;
    Arrays.fill(predictions, 0);
  }

  @Override
  public void pass(CodedBits bits, int row, int from, int to) throws RejectedException {
    for (int unit = from; unit < to && !bits.isOver(); unit++) {
      for (int i = 0; i < dc.length; i++) {
        int across = scan.across(i);
        int down = scan.down(i);
        for (int block = 0; block < across * down; block++) {
          passBlock(bits, i, unit * across + block % across, row * down + block / across);
        }
      }
    }
  }

  private void passBlock(CodedBits bits, int i, int column, int row) throws RejectedException {
    int place = excerpt.length == 0 ? -1 : excerpt[i].place(column, row);
    if (scan.first() == 0) {
      passDc(bits, i, place);
    } else if (scan.refines()) {
      refine(bits, row * scan.unitsAcross() + column, place);
    } else {
      begin(bits, row * scan.unitsAcross() + column, place);
    }
  }

  private void passDc(CodedBits bits, int i, int place) throws RejectedException {
    if (scan.refines()) {
      if (takeOne(bits) && place >= 0) {
        excerpt[i].addToMean(place, bit);
      }
      return;
    }
    int code = code(bits, dc[i]);
    bits.skip(code & 0xFF);
    predictions[i] += value(bits, code >> 8 & 0xF);
    if (place >= 0) {
      excerpt[i].set(place, 0, predictions[i] * bit);
    }
  }

  private void begin(CodedBits bits, int block, int place) throws RejectedException {
    if (blocksToPass > 0) {
      blocksToPass--;
      return;
    }
    for (int k = scan.first(); k <= scan.last(); k++) {
      int code = code(bits, ac[0]);
      int run = code >> 12;
      int size = (code >> 8) & 0xF;
      bits.skip(code & 0xFF);
      if (size == 0 && run < 15) {
        blocksToPass = runOfBlocks(bits, run) - 1;
        return;
      }
      k += run;
      if (size != 0) {
        begun[block] |= 1L << k;
        set(place, k, value(bits, size) * bit);
      }
    }
  }

  private void refine(CodedBits bits, int block, int place) throws RejectedException {
    int k = scan.first();
    while (blocksToPass == 0 && k <= scan.last()) {
      int code = code(bits, ac[0]);
      int run = code >> 12;
      boolean begins = ((code >> 8) & 0xF) != 0;
      bits.skip(code & 0xFF);
      int value = begins ? (takeOne(bits) ? bit : -bit) : 0;
      if (!begins && run < 15) {
        blocksToPass = runOfBlocks(bits, run);
        break;
      }
      long corrected = 0;
      for (; k <= scan.last(); k++) {
        if ((begun[block] >>> k & 1) != 0) {
          corrected |= 1L << k;
        } else if (run-- == 0) {
          break;
        }
      }
      correct(bits, place, corrected);
      if (begins && k <= scan.last()) {
        begun[block] |= 1L << k;
        set(place, k, value);
      }
      k++;
    }
    if (blocksToPass > 0) {
      if (k <= scan.last()) {
        correct(bits, place, begun[block] & (-1L << k) & (-1L >>> (63 - scan.last())));
      }
      blocksToPass--;
    }
  }

  /** Takes a bit for each of these coefficients. */
  private void correct(CodedBits bits, int place, long coefficients) {
    if (place < 0) {
      take(bits, Long.bitCount(coefficients));
      return;
    }
    for (long left = coefficients; left != 0; left &= left - 1) {
      if (takeOne(bits)) {
        excerpt[0].add(place, Long.numberOfTrailingZeros(left), bit);
      }
    }
  }

  private void set(int place, int coefficient, int value) {
    if (place >= 0) {
      excerpt[0].set(place, coefficient, value);
    }
  }

  private static int code(CodedBits bits, HuffmanTable table) throws RejectedException {
    if (bits.available < 32) {
      bits.refill();
    }
    return table.symbol(bits.head);
  }

  /** The value behind a code: the two take 31 bits at most. */
  private static int value(CodedBits bits, int size) {
    int value = size == 0 ? 0 : HuffmanTable.value((int) (bits.head >>> (64 - size)), size);
    bits.skip(size);
    return value;
  }

  private static int runOfBlocks(CodedBits bits, int size) {
    if (bits.available < 32) {
      bits.refill();
    }
    int extra = size == 0 ? 0 : (int) (bits.head >>> (64 - size));
    bits.skip(size);
    return (1 << size) + extra;
  }

  private static boolean takeOne(CodedBits bits) {
    boolean set = bits.available > 0 ? bits.head < 0 : nextAfterRefill(bits);
    bits.skip(1);
    return set;
  }

  private static boolean nextAfterRefill(CodedBits bits) {
    bits.refill();
    return bits.head < 0;
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
