package dev.darkroom.transforms.image.jpeg;

import dev.darkroom.transforms.rejection.RejectedException;

/**
 * Decodes the three lowest frequencies of a component's blocks, once it is found where in a
 * sequential scan they begin. As no block waits for the one before it, the processor decodes
 * several at once. Not thread-safe.
 */
final class LowFrequencies {
  /** The last coefficient, in zigzag order. */
  static final int LIMIT = 2;

  private static final int SHIFT = 64 - HuffmanTable.LOOKUP_BITS;

  private final HuffmanTable dc;
  private final HuffmanTable ac;
  private final int across;
  private final int count;
  private final int place;
  private final ComponentPlane plane;
  private final int[] offsets;

  /** Where the AC codes begin of the blocks decoded last, and above 32 bits where those belong. */
  private final long[] inner = new long[BlockFinder.MOST_BLOCKS];

  private int prediction;
  private int position;

  /**
   * @param across blocks in a unit, side by side
   * @param down blocks in a unit, one above the other
   * @param place how many blocks of other components come before them
   * @param plane receives what is decoded
   */
  LowFrequencies(
      HuffmanTable dc, HuffmanTable ac, int across, int down, int place, ComponentPlane plane) {
    this.dc = dc;
    this.ac = ac;
    this.across = across;
    this.count = across * down;
    this.place = place;
    this.plane = plane;
    this.offsets = new int[count];
  }

  /** A restart marker was passed. */
  void restart() {
    prediction = 0;
  }

  /** Other blocks are found: their units are to be passed or decoded, one after the other. */
  void begin(BlockFinder found) {
    position = found.from();
  }

  /** Adds up the means of units that are not wanted, counted from the first one found. */
  void pass(BlockFinder found, byte[] data, int from, int to) throws RejectedException {
    int[] sums = dc.sums();
    short[] starts = found.starts();
    int level = prediction;
    int position = this.position;
    for (int unit = from; unit < to; unit++) {
      int first = found.start(unit) - place;
      for (int at = first; at > first - count; at--) {
        position += (short) (starts[at] - position);
        long head = CodedBits.head(data, position);
        int sum = sums[(int) (head >>> SHIFT)];
        if (sum == HuffmanTable.NO_SUM) {
          int step = dc.step(head);
          level += HuffmanTable.value(head, step & 0xFF, step >>> 8);
        } else {
          level += (int) (head >>> -sum) + (sum >> 11);
        }
      }
    }
    prediction = level;
    this.position = position;
  }

  /**
   * Decodes units, counted from the first one found.
   *
   * @param unit the first one's column
   */
  void decode(BlockFinder found, byte[] data, int from, int to, int unit) throws RejectedException {
    if (from >= to) {
      return;
    }
    for (int i = 0; i < count; i++) {
      offsets[i] = plane.offset(unit * across + i % across, i / across);
    }
    int width = plane.offset((unit + 1) * across, 0) - plane.offset(unit * across, 0);
    decodeMeans(found, data, from, to, width);
    int blocks = (to - from) * count;
    int block = 0;
    while (block < blocks) {
      block = decodeInner(data, inner, block, blocks, ac.sums(), plane.places(), plane.arriving());
      if (block < blocks) {
        decodeLong(data, (int) inner[block], (int) (inner[block] >> 32));
        block++;
      }
    }
  }

  private void decodeMeans(BlockFinder found, byte[] data, int from, int to, int width)
      throws RejectedException {
    int[] sums = dc.sums();
    short[] starts = found.starts();
    float[] blocks = plane.arriving();
    int level = prediction;
    int position = this.position;
    int block = 0;
    int left = 0;
    for (int unit = from; unit < to; unit++) {
      int first = found.start(unit) - place;
      for (int i = 0; i < offsets.length; i++) {
        position += (short) (starts[first - i] - position);
        long head = CodedBits.head(data, position);
        int sum = sums[(int) (head >>> SHIFT)];
        if (sum == HuffmanTable.NO_SUM) {
          sum = dc.step(head);
          level += HuffmanTable.value(head, sum & 0xFF, sum >>> 8);
        } else {
          level += (int) (head >>> -sum) + (sum >> 11);
        }
        int offset = left + offsets[i];
        blocks[offset] = level;
        inner[block++] = (long) offset << 32 | (position + (sum & 0x3F));
      }
      left += width;
    }
    prediction = level;
    this.position = position;
  }

  /**
   * Decodes two AC codes of each block, of which the second may not matter. Gives the first block
   * whose codes' values are not among the {@link HuffmanTable#sums sums}.
   */
  private static int decodeInner(
      byte[] data, long[] inner, int from, int to, int[] sums, int[] places, float[] blocks) {
    int block = from;
    for (; block < to; block++) {
      int offset = (int) (inner[block] >> 32);
      int position = (int) inner[block];
      long head = CodedBits.head(data, position);
      int one = sums[(int) (head >>> SHIFT)];
      if (one == HuffmanTable.NO_SUM) {
        break;
      }
      int value = (int) (head >>> -one) + (one >> 11);
      int passed = 1 + (one >> 6 & HuffmanTable.MANY);
      head <<= one;
      int two = sums[(int) (head >>> SHIFT)];
      if (two == HuffmanTable.NO_SUM && passed <= LIMIT) {
        break;
      }
      blocks[offset + places[passed]] = value;
      passed += two >> 6 & HuffmanTable.MANY;
      blocks[offset + places[passed]] = (int) (head >>> -two) + (two >> 11);
    }
    return block;
  }

  /** Decodes a block's AC codes, however long. */
  private void decodeLong(byte[] data, int first, int offset) throws RejectedException {
    float[] blocks = plane.arriving();
    int position = first;
    int passed = 1;
    while (passed <= LIMIT) {
      long head = CodedBits.head(data, position);
      int step = ac.step(head);
      int size = ac.symbol(head) >> 8 & 0xF;
      position += step & 0xFF;
      passed += step >>> 8;
      blocks[offset + plane.places()[passed]] = HuffmanTable.value(head, step & 0xFF, size);
    }
  }
}
