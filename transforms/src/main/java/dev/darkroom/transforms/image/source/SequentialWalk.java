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

  private final HuffmanTable[] dc;
  private final HuffmanTable[] ac;
  private final int[] components;
  private final int[] across;
  private final int[] down;
  private final int[][] firstSteps;
  private final int[][] leaps;
  private final int[][] steps;
  @Nullable private final DcPlanes means;
  private final int[] predictions;

  /**
   * Takes the tables of the scan's components.
   *
   * @param means receives the DC coefficients, if they are wanted
   */
  SequentialWalk(JpegScan scan, HuffmanTable[] dc, HuffmanTable[] ac, @Nullable DcPlanes means) {
    int count = dc.length;
    this.dc = dc;
    this.ac = ac;
    this.means = means;
    components = scan.components();
    across = new int[count];
    down = new int[count];
    firstSteps = new int[count][];
    leaps = new int[count][];
    steps = new int[count][];
    for (int i = 0; i < count; i++) {
      across[i] = scan.across(i);
      down[i] = scan.down(i);
      firstSteps[i] = dc[i].steps();
      leaps[i] = ac[i].leaps();
      steps[i] = ac[i].steps();
    }
    predictions = new int[count];
  }

  @Override
  public void restart() {
    Arrays.fill(predictions, 0);
  }

  @Override
  public void pass(CodedBits bits, int row, int from, int to) throws RejectedException {
    for (int unit = from; unit < to && !bits.isOver(); unit++) {
      for (int i = 0; i < components.length; i++) {
        passBlocks(bits, i, row, unit);
      }
    }
  }

  /** All blocks of a component in one unit, without leaving the loop for each. */
  private void passBlocks(CodedBits bits, int i, int row, int unit) throws RejectedException {
    byte[] data = bits.data();
    int[] first = firstSteps[i];
    int[] three = leaps[i];
    int[] one = steps[i];
    long head = bits.head;
    int available = bits.available;
    int at = bits.at;
    int prediction = predictions[i];
    int wide = across[i];
    int blocks = wide * down[i];
    for (int block = 0; block < blocks; block++) {
      head |= CodedBits.next(data, at) >>> available;
      at += (63 - available) >>> 3;
      available |= 56;
      int step = first[(int) (head >>> SHIFT)];
      if (step == 0) {
        step = dc[i].longStep(head);
      }
      if (means != null) {
        int size = step >>> 8;
        prediction += value(head << ((step & 0xFF) - size), size);
        means.put(
            components[i], unit * wide + block % wide, row * down[i] + block / wide, prediction);
      }
      head <<= step;
      available -= step & 0xFF;
      int passed = 1;
      while (true) {
        // Once for two steps: 56 bits last for them, as a sound step takes 26 at most.
        head |= CodedBits.next(data, at) >>> available;
        at += (63 - available) >>> 3;
        available |= 56;
        step = (passed < LEAPS_UNTIL ? three : one)[(int) (head >>> SHIFT)];
        if (step == 0) {
          step = ac[i].longStep(head);
        }
        head <<= step;
        available -= step & 0xFF;
        passed += step >>> 8;
        if (passed >= COEFFICIENTS) {
          break;
        }
        step = (passed < LEAPS_UNTIL ? three : one)[(int) (head >>> SHIFT)];
        if (step == 0) {
          step = ac[i].longStep(head);
        }
        head <<= step;
        available -= step & 0xFF;
        passed += step >>> 8;
        if (passed >= COEFFICIENTS) {
          break;
        }
      }
    }
    predictions[i] = prediction;
    bits.head = head;
    bits.available = available;
    bits.at = at;
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
