package dev.darkroom.transforms.image.source;

import dev.darkroom.transforms.rejection.RejectedException;
import java.util.Arrays;
import javax.annotation.Nullable;

/**
 * Walks the coded data of a JPEG file without decoding a coefficient, and finds whether it is as
 * long as the frame demands. Damaged data nearly always falls out of step with its codes and then
 * ends too early or too late, where decoders fill the rest with grey. Arithmetic codes cannot be
 * told from each other like that and are left to the decoder.
 */
final class JpegScans {
  private static final int TABLES = 4;
  private static final int RESTART = 0xD0;
  private static final long[] NONE = {};

  /** What libjpeg-turbo advises against small files that take minutes. */
  private static final int MOST_SCANS = 500;

  private final byte[] bytes;
  private final HuffmanTable[] dc = new HuffmanTable[TABLES];
  private final HuffmanTable[] ac = new HuffmanTable[TABLES];
  private long[][] begun = {};
  private boolean[] seen = {};
  private int restartInterval;
  private int scans;

  JpegScans(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Takes the Huffman tables of the segment that {@code segments} stands on. */
  void defineTables(JpegSegments segments) throws RejectedException {
    int at = segments.body();
    while (at < segments.end()) {
      int place = bytes[at] & 0xFF;
      if ((place & 0xF) >= TABLES || place >> 4 > 1 || at + 17 > segments.end()) {
        throw JpegHeader.corrupt("a Huffman table is cut short");
      }
      HuffmanTable table = new HuffmanTable(bytes, at + 1, segments.end());
      (place >> 4 == 0 ? dc : ac)[place & 0xF] = table;
      at += 1 + table.bytes();
    }
  }

  /** Takes the restart interval of the segment that {@code segments} stands on. */
  void defineRestarts(JpegSegments segments) throws RejectedException {
    if (segments.end() - segments.body() < 2) {
      throw JpegHeader.corrupt("the restart interval is missing");
    }
    restartInterval = segments.shortAt(0);
  }

  /**
   * Walks the scan that {@code segments} stands on, and moves it behind the coded data.
   *
   * @throws RejectedException if the coded data does not fit the frame
   */
  void walk(JpegSegments segments, JpegFrame frame) throws RejectedException {
    JpegScan scan = new JpegScan(segments, frame);
    if (++scans > MOST_SCANS) {
      throw JpegHeader.corrupt("more than " + MOST_SCANS + " scans");
    }
    if (seen.length == 0) {
      seen = new boolean[frame.components()];
      begun = new long[frame.components()][];
    }
    for (int component : scan.components()) {
      seen[component] |= scan.first() == 0;
    }
    BlockWalk blocks = frame.arithmetic() ? null : blocks(scan, frame);
    if (blocks != null) {
      segments.moveTo(walk(scan, blocks));
    }
  }

  /**
   * The file is at its end.
   *
   * @throws RejectedException if a component was in no scan
   */
  void end() throws RejectedException {
    for (boolean component : seen) {
      if (!component) {
        throw JpegHeader.corrupt("a component has no coded data");
      }
    }
    if (scans == 0) {
      throw JpegHeader.corrupt("the image data is missing");
    }
  }

  /** Null where a table is missing: some decoders then have tables of their own. */
  @Nullable
  private BlockWalk blocks(JpegScan scan, JpegFrame frame) {
    int[] components = scan.components();
    HuffmanTable[] dcTables = new HuffmanTable[components.length];
    HuffmanTable[] acTables = new HuffmanTable[components.length];
    boolean needsDc = scan.first() == 0 && !scan.refines();
    boolean needsAc = scan.last() > 0;
    for (int i = 0; i < components.length; i++) {
      dcTables[i] = dc[scan.dcTable(i)];
      acTables[i] = ac[scan.acTable(i)];
      if ((needsDc && dcTables[i] == null) || (needsAc && acTables[i] == null)) {
        return null;
      }
    }
    return frame.progressive()
        ? new ProgressiveWalk(scan, dcTables, acTables, begun(scan, frame))
        : new SequentialWalk(dcTables, acTables);
  }

  private long[] begun(JpegScan scan, JpegFrame frame) {
    if (scan.first() == 0) {
      return NONE;
    }
    int component = scan.components()[0];
    if (begun[component] == null) {
      begun[component] = new long[frame.blocksAcross(component) * frame.blocksDown(component)];
    }
    return begun[component];
  }

  /** Gives the position of the marker behind the coded data. */
  private int walk(JpegScan scan, BlockWalk blocks) throws RejectedException {
    CodedBits bits = new CodedBits(bytes, scan.end());
    int untilRestart = restartInterval == 0 ? Integer.MAX_VALUE : restartInterval;
    int restarts = 0;
    int[] blocksOf = new int[scan.components().length];
    Arrays.setAll(blocksOf, i -> scan.across(i) * scan.down(i));
    int unitsAcross = scan.unitsAcross();
    int unitsDown = scan.unitsDown();
    for (int y = 0; y < unitsDown; y++) {
      for (int x = 0; x < unitsAcross; x++) {
        if (untilRestart-- == 0) {
          passRestart(bits, restarts++ % 8);
          blocks.restart();
          untilRestart = restartInterval - 1;
        }
        for (int i = 0; i < blocksOf.length; i++) {
          for (int block = 0; block < blocksOf[i]; block++) {
            blocks.pass(bits, i, y * unitsAcross + x);
          }
        }
      }
      if (bits.overdrawn()) {
        throw early(bits, "in row " + (y + 1) + " of " + unitsDown);
      }
    }
    int left = bits.untouchedBytes();
    if (left > 0 && bits.position() < bytes.length) {
      throw JpegHeader.corrupt("the coded data goes on for " + left + " bytes behind the image");
    }
    return bits.position();
  }

  private void passRestart(CodedBits bits, int expected) throws RejectedException {
    if (bits.overdrawn()) {
      throw early(bits, "before restart marker " + expected);
    }
    int left = bits.untouchedBytes();
    int at = bits.position();
    while (at + 2 < bytes.length && bytes[at + 1] == (byte) 0xFF) {
      at++;
    }
    if (at + 2 > bytes.length) {
      throw JpegSegments.truncated();
    }
    if (left > 0 || (bytes[at + 1] & 0xFF) != RESTART + expected) {
      throw JpegHeader.corrupt("restart marker " + expected + " is missing");
    }
    bits.restart(at + 2);
  }

  private RejectedException early(CodedBits bits, String where) {
    return bits.position() + 1 >= bytes.length
        ? JpegSegments.truncated()
        : JpegHeader.corrupt("the coded data ends too early, " + where);
  }
}
