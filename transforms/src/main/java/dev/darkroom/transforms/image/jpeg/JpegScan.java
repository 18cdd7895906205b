package dev.darkroom.transforms.image.jpeg;

import dev.darkroom.transforms.rejection.RejectedException;
import java.util.stream.IntStream;

/** One scan of a JPEG file: the header it begins with, and its way through the components. */
final class JpegScan {
  private static final int FEWEST_BYTES = 4;

  /** Of a unit (T.81, B.2.3). */
  private static final int MOST_BLOCKS = 10;

  /** What libjpeg takes. */
  private static final int MOST_LOW = 13;

  private final JpegFrame frame;
  private final int[] components;
  private final int[] tables;
  private final int first;
  private final int last;
  private final boolean refines;
  private final int low;
  private final int end;
  private final boolean plain;

  /** Reads the scan header that {@code segments} stands on. */
  JpegScan(JpegSegments segments, JpegFrame frame) throws RejectedException {
    this.frame = frame;
    this.end = segments.end();
    int count = segments.byteAt(0);
    int bytes = segments.end() - segments.body();
    if (bytes < FEWEST_BYTES + 2 * count || count < 1 || count > frame.components()) {
      throw JpegSegments.corrupt("a scan header is the wrong length");
    }
    components = new int[count];
    tables = new int[count];
    for (int i = 0; i < count; i++) {
      components[i] = indexOf(segments.byteAt(1 + 2 * i), i);
      tables[i] = segments.byteAt(2 + 2 * i);
      if (components[i] < 0) {
        throw JpegSegments.corrupt("a scan names a component that there is not");
      }
    }
    first = frame.progressive() ? segments.byteAt(1 + 2 * count) : 0;
    last = frame.progressive() ? segments.byteAt(2 + 2 * count) : 63;
    refines = frame.progressive() && segments.byteAt(3 + 2 * count) >> 4 != 0;
    low = frame.progressive() ? segments.byteAt(3 + 2 * count) & 0xF : 0;
    plain =
        frame.progressive()
            || (segments.byteAt(1 + 2 * count) == 0
                && segments.byteAt(2 + 2 * count) == last
                && segments.byteAt(3 + 2 * count) == 0);
    boolean mixed = frame.progressive() && (first == 0 ? last > 0 : count > 1);
    if (last > 63 || first > last || mixed) {
      throw JpegSegments.corrupt("a scan's coefficients are " + first + " to " + last);
    }
    if (low > MOST_LOW || (refines && segments.byteAt(3 + 2 * count) >> 4 != low + 1)) {
      throw JpegSegments.corrupt("a scan begins with bit " + low);
    }
    if (count > 1 && blocks() > MOST_BLOCKS) {
      throw JpegSegments.corrupt("a scan has units of " + blocks() + " blocks");
    }
  }

  /** The component of an identifier: the first that is not in the scan yet, where some share it. */
  private int indexOf(int id, int count) {
    int found = -1;
    for (int c = frame.components() - 1; c >= 0; c--) {
      int component = c;
      boolean taken = IntStream.of(components).limit(count).anyMatch(other -> other == component);
      found = frame.id(c) == id && !taken ? c : found;
    }
    return found;
  }

  private int blocks() {
    return IntStream.of(components).map(c -> frame.across(c) * frame.down(c)).sum();
  }

  /** Whether it names the coefficients that it has: of sequential frames it need not be heeded. */
  boolean plain() {
    return plain;
  }

  /** Where the coded data begins. */
  int end() {
    return end;
  }

  /** Of the frame, in the order of the scan. */
  int[] components() {
    return components;
  }

  /** The number of the DC table of the scan's {@code i}-th component. */
  int dcTable(int i) {
    return tables[i] >> 4;
  }

  /** The number of the AC table of the scan's {@code i}-th component. */
  int acTable(int i) {
    return tables[i] & 0xF;
  }

  /** The first coefficient, in zigzag order. */
  int first() {
    return first;
  }

  /** The last coefficient, in zigzag order. */
  int last() {
    return last;
  }

  /** Whether it adds a bit to coefficients that earlier scans began. */
  boolean refines() {
    return refines;
  }

  /** How many lower bits of its coefficients are left to later scans. */
  int low() {
    return low;
  }

  /** Whether blocks of all its components take turns. */
  boolean interleaved() {
    return components.length > 1;
  }

  /** Units side by side: blocks, where it is not interleaved. */
  int unitsAcross() {
    return interleaved() ? frame.unitsAcross() : frame.blocksAcross(components[0]);
  }

  /** Units one above the other. */
  int unitsDown() {
    return interleaved() ? frame.unitsDown() : frame.blocksDown(components[0]);
  }

  /** Blocks of its {@code i}-th component in a unit, side by side. */
  int across(int i) {
    return interleaved() ? frame.across(components[i]) : 1;
  }

  /** Blocks of its {@code i}-th component in a unit, one above the other. */
  int down(int i) {
    return interleaved() ? frame.down(components[i]) : 1;
  }
}
