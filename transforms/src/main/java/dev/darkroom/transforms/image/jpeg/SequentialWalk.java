package dev.darkroom.transforms.image.jpeg;

import dev.darkroom.transforms.rejection.RejectedException;
import java.util.Arrays;
import javax.annotation.Nullable;

/**
 * The blocks of a sequential scan, each with all its coefficients (ITU-T T.81, F.2.2). Those of an
 * excerpt are decoded; of all others nothing but the lengths of the codes matters, and the DC
 * coefficients, which are coded as differences.
 */
final class SequentialWalk implements BlockWalk {
  private static final int SHIFT = 64 - HuffmanTable.LOOKUP_BITS;
  private static final int COEFFICIENTS = Zigzag.COEFFICIENTS;

  private final HuffmanTable[] dc;
  private final HuffmanTable[] ac;
  private final int[] across;
  private final int[] down;
  private final int[][] firstSteps;
  private final int[][] leaps;
  private final int[][] steps;
  private final int[] predictions;
  @Nullable private final ExcerptDecoder decoder;
  private final ComponentPlane[] planes;
  private int left;
  private int right;
  private int top;
  private int bottom;

  /**
   * Takes the tables of the scan's components.
   *
   * @param decoder has met the scan's components; null if nothing is to be decoded
   */
  SequentialWalk(
      JpegScan scan, HuffmanTable[] dc, HuffmanTable[] ac, @Nullable ExcerptDecoder decoder) {
    int count = dc.length;
    this.dc = dc;
    this.ac = ac;
    this.decoder = decoder;
    planes = new ComponentPlane[decoder == null ? 0 : count];
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
    for (int i = 0; i < planes.length; i++) {
      planes[i] = decoder.plane(scan.components()[i]);
    }
    if (planes.length > 0) {
      open();
    }
  }

  /** Finds the units that hold the excerpt's blocks of any component. */
  private void open() {
    left = Integer.MAX_VALUE;
    top = Integer.MAX_VALUE;
    for (int i = 0; i < planes.length; i++) {
      left = Math.min(left, planes[i].fromColumn() / across[i]);
      right = Math.max(right, (planes[i].toColumn() + across[i] - 1) / across[i]);
      top = Math.min(top, planes[i].fromRow() / down[i]);
      bottom = Math.max(bottom, (planes[i].toRow() + down[i] - 1) / down[i]);
    }
    for (int i = 0; i < planes.length; i++) {
      planes[i].begin(left * across[i], (right - left) * across[i], top * down[i], down[i]);
    }
  }

  @Override
  public void restart() {
    Arrays.fill(predictions, 0);
  }

  @Override
  public void pass(CodedBits bits, int row, int from, int to) throws RejectedException {
    boolean inside = row >= top && row < bottom;
    int first = inside ? Math.max(from, Math.min(to, left)) : to;
    int end = inside ? Math.max(from, Math.min(to, right)) : to;
    skip(bits, from, first);
    for (int unit = first; unit < end && !bits.isOver(); unit++) {
      for (int i = 0; i < planes.length; i++) {
        decodeBlocks(bits, i, unit);
      }
    }
    skip(bits, end, to);
    if (inside && end == right && from < right) {
      for (int i = 0; i < planes.length; i++) {
        planes[i].finish(row * down[i]);
      }
      decoder.collect();
    }
  }

  private void skip(CodedBits bits, int from, int to) throws RejectedException {
    for (int unit = from; unit < to && !bits.isOver(); unit++) {
      for (int i = 0; i < across.length; i++) {
        skipBlocks(bits, i);
      }
    }
  }

  /** All blocks of a component in one unit, without leaving the loop for each. */
  private void skipBlocks(CodedBits bits, int i) throws RejectedException {
    byte[] data = bits.data();
    int[] first = firstSteps[i];
    int[] three = leaps[i];
    int[] one = steps[i];
    long head = bits.head;
    int available = bits.available;
    int at = bits.at;
    int prediction = predictions[i];
    for (int block = across[i] * down[i]; block > 0; block--) {
      head |= CodedBits.next(data, at) >>> available;
      at += (63 - available) >>> 3;
      available |= 56;
      int step = first[(int) (head >>> SHIFT)];
      if (step == 0) {
        step = dc[i].longStep(head);
      }
      prediction += value(head, step & 0xFF, step >>> 8);
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
            step = ac[i].longStep(head);
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
            step = ac[i].longStep(head);
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
    predictions[i] = prediction;
    bits.head = head;
    bits.available = available;
    bits.at = at;
  }

  /** Whether a leap's last codes may belong to the next block. */
  private static boolean leavesBlock(int passed, int leap) {
    return passed + (leap >>> 8 & COEFFICIENTS - 1) >= COEFFICIENTS;
  }

  private void decodeBlocks(CodedBits bits, int i, int unit) throws RejectedException {
    ComponentPlane plane = planes[i];
    float[] blocks = plane.arriving();
    for (int y = 0; y < down[i]; y++) {
      for (int x = 0; x < across[i]; x++) {
        int passed = decode(bits, i, blocks, plane.offset(unit * across[i] + x, y));
        if (passed < COEFFICIENTS) {
          skipRest(bits, i, passed);
        }
      }
    }
  }

  /** Puts a block's coefficients where they belong, up to the limit; gives how many it passed. */
  private int decode(CodedBits bits, int i, float[] blocks, int offset) throws RejectedException {
    HuffmanTable table = ac[i];
    int[] places = planes[i].places();
    int limit = planes[i].limit();
    byte[] data = bits.data();
    int[] values = table.values();
    long head = bits.head;
    int available = bits.available;
    int at = bits.at;
    head |= CodedBits.next(data, at) >>> available;
    at += (63 - available) >>> 3;
    available |= 56;
    int first = firstSteps[i][(int) (head >>> SHIFT)];
    if (first == 0) {
      first = dc[i].longStep(head);
    }
    predictions[i] += value(head, first & 0xFF, first >>> 8);
    blocks[offset] = predictions[i];
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
        step = table.longValue(step, head);
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
        step = table.longValue(step, head);
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

  private void skipRest(CodedBits bits, int i, int from) throws RejectedException {
    int[] three = leaps[i];
    for (int passed = from; passed < COEFFICIENTS; ) {
      bits.refill();
      int step = three[(int) (bits.head >>> SHIFT)];
      if (step == 0 || leavesBlock(passed, step)) {
        step = steps[i][(int) (bits.head >>> SHIFT)];
        if (step == 0) {
          step = ac[i].longStep(bits.head);
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
