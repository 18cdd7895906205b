package dev.darkroom.transforms.image.jpeg;

import dev.darkroom.transforms.rejection.RejectedException;
import java.util.stream.IntStream;

/**
 * Finds where the blocks of a sequential scan begin and end, by the lengths of their codes (ITU-T
 * T.81, F.2.2). Nearly all codes are passed by a loop without branches that depend on them. Not
 * thread-safe.
 *
 * <p>Its <i>state</i> holds the coefficients of the block that were passed in bits 8 to 14, and
 * above them how many blocks are left. The place of the next leap's table is computed one leap
 * ahead: a <i>way on</i> is where the leaps inside of a block are, and in its low bits how that
 * differs from where those of the next block are, over {@link LeapTables#SIZE}.
 */
final class BlockFinder {
  /** At most at once: few, for the first cache to hold all tables. */
  static final int MOST_BLOCKS = 240;

  private static final int SHIFT = 64 - HuffmanTable.LOOKUP_BITS;
  private static final int BLOCK = 1 << 15;
  private static final int PASSED = 0x7F00;
  private static final int NOT_TAKEN = ~0xFF;
  private static final int TABLE = PASSED & -LeapTables.SIZE;

  /** Where the ends are among the {@link #tables}; ways on come before them. */
  private static final int ENDS = MOST_BLOCKS + 1;

  private final int blocks;
  private final int mostUnits;

  /** By blocks that are left. */
  private final HuffmanTable[] dc;

  /** By blocks that are left. */
  private final HuffmanTable[] ac;

  /**
   * Ways on and the bits' positions at which blocks ended, both by blocks that were left then; and
   * the leaps. One array, as the loop has no register for the place of another.
   */
  private final short[] tables;

  private final int first;
  private int from;
  private int position;
  private int left;

  /** Takes the Huffman tables of the scan's components. */
  BlockFinder(JpegScan scan, HuffmanTable[] dcTables, HuffmanTable[] acTables) {
    int[] order =
        IntStream.range(0, dcTables.length)
            .flatMap(i -> IntStream.range(0, scan.across(i) * scan.down(i)).map(block -> i))
            .toArray();
    LeapTables leaps = new LeapTables(dcTables, acTables);
    blocks = order.length;
    mostUnits = MOST_BLOCKS / blocks;
    int most = mostUnits * blocks;
    dc = new HuffmanTable[most + 1];
    ac = new HuffmanTable[most + 1];
    tables = leaps.leaps();
    tables[0] = (short) leaps.idle();
    first = leaps.first(0);
    int next = leaps.idle();
    for (int block = 1; block <= most; block++) {
      int component = order[(most - block) % blocks];
      dc[block] = dcTables[component];
      ac[block] = acTables[component];
      int inner = leaps.inner(component);
      tables[block] = (short) (inner | (inner ^ next) / LeapTables.SIZE);
      next = leaps.first(component);
    }
  }

  /** Units that can be passed at once, at most. */
  int mostUnits() {
    return mostUnits;
  }

  /**
   * Passes so many units, also beyond the end of the data.
   *
   * @throws RejectedException if the bits begin like no code
   */
  void pass(CodedBits bits, int units) throws RejectedException {
    byte[] data = bits.data();
    from = (int) bits.position();
    position = from;
    left = units * blocks;
    tables[ENDS + left + 1] = (short) from;
    int state = left * BLOCK;
    int table = first;
    while (state >= BLOCK) {
      long reached = leap(data, tables, position, state, table);
      position = (int) (reached >>> 32);
      state = (int) reached;
      if (state >= BLOCK) {
        state = passCode(data, state);
        table = tableOf(state);
      }
    }
    bits.moveTo(position);
  }

  /**
   * Leaps as far as leaps are known. It stands apart, for the JVM's compiler to keep it apart:
   * among the variables of its callers those of the loop would not all have registers.
   *
   * @return the position reached, above the state
   */
  private static long leap(byte[] data, short[] tables, int from, int first, int firstTable) {
    int position = from;
    int state = first;
    int table = firstTable;
    int on = tables[state >> 15];
    long head = CodedBits.head(data, position);
    int at = CodedBits.behindHead(position);
    while (state >= BLOCK) {
      int leap = tables[table | (int) (head >>> SHIFT)];
      int next = state + leap;
      if ((next & LeapTables.ELSEWHERE) != 0) {
        break;
      }
      position += leap & 0xFF;
      tables[ENDS + (state >> 15)] = (short) position;
      int ended = leap >> 31;
      head <<= leap;
      table = (on & TABLE) ^ (on << HuffmanTable.LOOKUP_BITS & TABLE & ended);
      state = next & (NOT_TAKEN ^ (PASSED & ended));
      on = tables[state >> 15];
      leap = tables[table | (int) (head >>> SHIFT)];
      next = state + leap;
      if ((next & LeapTables.ELSEWHERE) != 0) {
        break;
      }
      position += leap & 0xFF;
      tables[ENDS + (state >> 15)] = (short) position;
      ended = leap >> 31;
      head <<= leap;
      int filled = 8 * at - position;
      table = (on & TABLE) ^ (on << HuffmanTable.LOOKUP_BITS & TABLE & ended);
      state = next & (NOT_TAKEN ^ (PASSED & ended));
      on = tables[state >> 15];
      leap = tables[table | (int) (head >>> SHIFT)];
      next = state + leap;
      if ((next & LeapTables.ELSEWHERE) != 0) {
        break;
      }
      position += leap & 0xFF;
      tables[ENDS + (state >> 15)] = (short) position;
      ended = leap >> 31;
      // Once for three leaps: 56 bits last for them. The bytes are loaded before it is known how
      // many bits are filled; only the low six bits of that matter to a shift.
      head = head << leap | CodedBits.next(data, at) >>> (filled - leap);
      at = CodedBits.behindHead(position);
      table = (on & TABLE) ^ (on << HuffmanTable.LOOKUP_BITS & TABLE & ended);
      state = next & (NOT_TAKEN ^ (PASSED & ended));
      on = tables[state >> 15];
    }
    return (long) position << 32 | state;
  }

  /** Passes a code, however long. Gives the state behind it. */
  private int passCode(byte[] data, int state) throws RejectedException {
    int block = state >> 15;
    int passed = state >> 8 & 0x7F;
    long head = CodedBits.head(data, position);
    int step = passed == 0 ? dc[block].step(head) : ac[block].step(head);
    position += step & 0xFF;
    tables[ENDS + block] = (short) position;
    passed = passed == 0 ? 1 : passed + (step >>> 8);
    return passed < Zigzag.COEFFICIENTS ? block * BLOCK | passed << 8 : (block - 1) * BLOCK;
  }

  private int tableOf(int state) {
    if ((state & PASSED) != 0) {
      return tables[state >> 15] & TABLE;
    }
    int before = tables[(state >> 15) + 1];
    return (before ^ before << HuffmanTable.LOOKUP_BITS) & TABLE;
  }

  /** The position of the first bit that was passed last. */
  int from() {
    return from;
  }

  /**
   * The low 16 bits of all blocks' positions, from the last block's to the first one's. Ten blocks
   * take fewer than 2<sup>15</sup> bits.
   */
  short[] starts() {
    return tables;
  }

  /** Where among these the first block's is of a unit of those passed last. */
  int start(int unit) {
    return ENDS + left + 1 - unit * blocks;
  }
}
