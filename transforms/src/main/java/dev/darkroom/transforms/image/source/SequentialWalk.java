package dev.darkroom.transforms.image.source;

import dev.darkroom.transforms.rejection.RejectedException;
import java.util.Arrays;
import javax.annotation.Nullable;

/** The blocks of a sequential scan, each with all its coefficients (ITU-T T.81, F.2.2). */
final class SequentialWalk implements BlockWalk {
  private static final int SHIFT = 64 - HuffmanTable.LOOKUP_BITS;
  private static final int COEFFICIENTS = 64;

  /** Two codes pass 32 coefficients at most, so up to here a third one belongs to the block too. */
  private static final int LEAPS_UNTIL = COEFFICIENTS - 32;

  private final JpegScan scan;
  private final HuffmanTable[] dc;
  private final HuffmanTable[] ac;
  @Nullable private final DcPlanes means;
  private final int[] predictions;

  /**
   * Takes the tables of the scan's components.
   *
   * @param means receives the DC coefficients, if they are wanted
   */
  SequentialWalk(JpegScan scan, HuffmanTable[] dc, HuffmanTable[] ac, @Nullable DcPlanes means) {
    this.scan = scan;
    this.dc = dc;
    this.ac = ac;
    this.means = means;
    this.predictions = new int[dc.length];
  }

  @Override
  public void restart() {
    Arrays.fill(predictions, 0);
  }

  @Override
  public void pass(CodedBits bits, int row, int from, int to) throws RejectedException {
    for (int unit = from; unit < to && !bits.isOver(); unit++) {
      for (int i = 0; i < dc.length; i++) {
        int across = scan.across(i);
        int down = scan.down(i);
        for (int y = 0; y < down; y++) {
          for (int x = 0; x < across; x++) {
            int prediction = predictions[i] + passBlock(bits, dc[i], ac[i]);
            predictions[i] = prediction;
            if (means != null) {
              means.put(scan.components()[i], unit * across + x, row * down + y, prediction);
            }
          }
        }
      }
    }
  }

  /** Gives the difference of the DC coefficient to the one before. */
  private static int passBlock(CodedBits bits, HuffmanTable dc, HuffmanTable ac)
      throws RejectedException {
    byte[] data = bits.data();
    int[] leaps = ac.leaps();
    int[] steps = ac.steps();
    bits.refill();
    long head = bits.head;
    int available = bits.available;
    int at = bits.at;
    int step = dc.steps()[(int) (head >>> SHIFT)];
    if (step == 0) {
      step = dc.longStep(head);
    }
    int size = step >>> 8;
    int difference = value(head << ((step & 0xFF) - size), size);
    head <<= step;
    available -= step & 0xFF;
    int passed = 1;
    while (true) {
      // Once for two steps: 56 bits last for them, as a sound step takes 26 at most.
      head |= CodedBits.next(data, at) >>> available;
      at += (63 - available) >>> 3;
      available |= 56;
      step = (passed < LEAPS_UNTIL ? leaps : steps)[(int) (head >>> SHIFT)];
      if (step == 0) {
        step = ac.longStep(head);
      }
      head <<= step;
      available -= step & 0xFF;
      passed += step >>> 8;
      if (passed >= COEFFICIENTS) {
        break;
      }
      step = (passed < LEAPS_UNTIL ? leaps : steps)[(int) (head >>> SHIFT)];
      if (step == 0) {
        step = ac.longStep(head);
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
    return difference;
  }

  /** A signed value of so many bits, which are the highest of {@code bits} (T.81, F.2.2.1). */
  private static int value(long bits, int size) {
    if (size == 0) {
      return 0;
    }
    int value = (int) (bits >>> (64 - size));
    return value < 1 << (size - 1) ? value - (1 << size) + 1 : value;
  }
}
