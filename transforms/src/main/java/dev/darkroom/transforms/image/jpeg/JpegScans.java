package dev.darkroom.transforms.image.jpeg;

import dev.darkroom.transforms.image.pixels.Pixels;
import dev.darkroom.transforms.rejection.RejectedException;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.annotation.Nullable;

/**
 * Walks the coded data of a JPEG file without decoding a coefficient, and finds whether it is as
 * long as the frame demands. Damaged data nearly always falls out of step with its codes and then
 * ends too early or too late, where decoders fill the rest with grey. Arithmetic codes cannot be
 * told from each other like that and are left to the decoder.
 */
public final class JpegScans {
  private static final int RESTART = 0xD0;
  private static final long[] NONE = {};

  /** What libjpeg-turbo advises against small files that take minutes. */
  private static final int MOST_SCANS = 500;

  private final byte[] bytes;
  private final HuffmanTable[] dc = new HuffmanTable[JpegFrame.TABLES];
  private final HuffmanTable[] ac = new HuffmanTable[JpegFrame.TABLES];
  private final CodedBits bits;
  private final int[][] quanta = new int[JpegFrame.TABLES][];
  private long[][] begun = {};
  @Nullable private Excerpt excerpt;
  private boolean rgb;
  @Nullable private ExcerptDecoder decoder;
  private boolean[] seen = {};
  private boolean walked = true;
  private boolean plain = true;
  private int restartInterval;
  private int scans;

  /** Begins with a file's first segment. */
  public JpegScans(byte[] bytes) {
    this.bytes = bytes;
    this.bits = new CodedBits(bytes);
  }

  /** Takes the Huffman tables of the segment that {@code segments} stands on. */
  public void defineTables(JpegSegments segments) throws RejectedException {
    int at = segments.body();
    while (at < segments.end()) {
      int place = bytes[at] & 0xFF;
      if ((place & 0xF) >= JpegFrame.TABLES || place >> 4 > 1 || at + 17 > segments.end()) {
        throw JpegSegments.corrupt("a Huffman table is cut short");
      }
      HuffmanTable table = new HuffmanTable(bytes, at + 1, segments.end(), place >> 4 == 0);
      (place >> 4 == 0 ? dc : ac)[place & 0xF] = table;
      at += 1 + table.bytes();
    }
  }

  /** Takes the quantisation tables of the segment that {@code segments} stands on. */
  public void defineQuantisation(JpegSegments segments) throws RejectedException {
    int at = 0;
    int length = segments.end() - segments.body();
    while (at < length) {
      boolean wide = segments.byteAt(at) >> 4 != 0;
      int table = segments.byteAt(at) & 0xF;
      int next = at + 1 + (wide ? 128 : 64);
      if (table >= JpegFrame.TABLES || next > length) {
        throw JpegSegments.corrupt("a quantisation table is cut short");
      }
      int[] steps = new int[Zigzag.COEFFICIENTS];
      for (int i = 0; i < steps.length; i++) {
        steps[i] = wide ? segments.shortAt(at + 1 + 2 * i) : segments.byteAt(at + 1 + i);
      }
      quanta[table] = steps;
      at = next;
    }
  }

  /** Takes the restart interval of the segment that {@code segments} stands on. */
  public void defineRestarts(JpegSegments segments) throws RejectedException {
    if (segments.end() - segments.body() < 2) {
      throw JpegSegments.corrupt("the restart interval is missing");
    }
    restartInterval = segments.shortAt(0);
  }

  /**
   * Walks the scan that {@code segments} stands on, and moves it behind the coded data.
   *
   * @throws RejectedException if the coded data does not fit the frame
   */
  public void walk(JpegSegments segments, JpegFrame frame) throws RejectedException {
    JpegScan scan = new JpegScan(segments, frame);
    if (++scans > MOST_SCANS) {
      throw JpegSegments.corrupt("more than " + MOST_SCANS + " scans");
    }
    if (seen.length == 0) {
      seen = new boolean[frame.components()];
      begun = new long[frame.components()][];
      boolean wanted = excerpt != null && ExcerptDecoder.covers(frame);
      decoder = wanted ? new ExcerptDecoder(frame, excerpt, rgb) : null;
    }
    for (int component : scan.components()) {
      seen[component] |= scan.first() == 0;
      if (quanta[frame.quantisation(component)] == null) {
        throw JpegSegments.corrupt("a quantisation table is missing");
      }
    }
    BlockWalk blocks = frame.arithmetic() ? null : blocks(scan, frame);
    plain &= blocks != null && scan.plain();
    if (blocks == null) {
      decoder = null;
      walked = false;
    } else {
      segments.moveTo(walk(scan, blocks));
    }
  }

  /**
   * The file is at its end.
   *
   * @throws RejectedException if a component was in no scan
   */
  public void end() throws RejectedException {
    for (boolean component : seen) {
      if (!component) {
        throw JpegSegments.corrupt("a component has no coded data");
      }
    }
    if (scans == 0) {
      throw JpegSegments.corrupt("the image data is missing");
    }
  }

  /** How many scans were walked. */
  public int count() {
    return scans;
  }

  /** Whether all coded data was followed. */
  public boolean walked() {
    return walked;
  }

  /** Whether no decoder has anything to complain of in the scans. */
  public boolean plain() {
    return plain;
  }

  /**
   * Decodes this on the way, where that is possible; to be asked for before the first scan.
   *
   * @param componentsAreRgb whether three components are red, green and blue
   */
  public void decode(Excerpt wanted, boolean componentsAreRgb) {
    excerpt = wanted;
    rgb = componentsAreRgb;
  }

  /** What was to be decoded; empty if it was not possible. */
  public Optional<Pixels> decoded() {
    return decoder == null ? Optional.empty() : decoder.decoded();
  }

  /** Null where a table is missing: some decoders then have tables of their own. */
  @Nullable
  private BlockWalk blocks(JpegScan scan, JpegFrame frame) throws RejectedException {
    int[] components = scan.components();
    HuffmanTable[] dcTables = new HuffmanTable[components.length];
    HuffmanTable[] acTables = new HuffmanTable[components.length];
    boolean needsDc = scan.first() == 0 && !scan.refines();
    boolean needsAc = scan.last() > 0;
    for (int i = 0; i < components.length; i++) {
      dcTables[i] = needsDc ? table(dc, scan.dcTable(i)) : null;
      acTables[i] = needsAc ? table(ac, scan.acTable(i)) : null;
      if ((needsDc && dcTables[i] == null) || (needsAc && acTables[i] == null)) {
        return null;
      }
    }
    ExcerptDecoder wanted = decoderFor(scan, frame);
    if (frame.progressive()) {
      ExcerptBlocks[] held = blocks(scan, wanted);
      return new ProgressiveWalk(scan, dcTables, acTables, begun(scan, frame), held);
    }
    ExcerptUnits units = new ExcerptUnits(scan, wanted);
    return LeapingWalk.suits(bytes.length) && LeapingWalk.suits(units)
        ? new LeapingWalk(scan, dcTables, acTables, units)
        : new SequentialWalk(scan, dcTables, acTables, units);
  }

  @Nullable
  private static HuffmanTable table(HuffmanTable[] tables, int number) throws RejectedException {
    if (number >= JpegFrame.TABLES) {
      throw JpegSegments.corrupt("a scan names Huffman table " + number);
    }
    return tables[number];
  }

  /** Null where nothing is to be decoded. */
  @Nullable
  private ExcerptDecoder decoderFor(JpegScan scan, JpegFrame frame) {
    for (int component : scan.components()) {
      int[] steps = quanta[frame.quantisation(component)];
      boolean again = decoder != null && decoder.met(component);
      if (decoder == null
          || (again && !frame.progressive())
          || (!again && !decoder.meet(component, steps))) {
        decoder = null;
        return null;
      }
    }
    return decoder;
  }

  private static ExcerptBlocks[] blocks(JpegScan scan, @Nullable ExcerptDecoder wanted) {
    return wanted == null
        ? new ExcerptBlocks[0]
        : IntStream.of(scan.components()).mapToObj(wanted::blocks).toArray(ExcerptBlocks[]::new);
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
    bits.begin(scan.end());
    int across = scan.unitsAcross();
    int down = scan.unitsDown();
    long untilRestart = restartInterval == 0 ? Long.MAX_VALUE : restartInterval;
    int restarts = 0;
    for (int row = 0; row < down; row++) {
      int unit = 0;
      while (unit < across) {
        if (untilRestart == 0) {
          passRestart(restarts++ % 8);
          blocks.restart();
          untilRestart = restartInterval;
        }
        int to = (int) Math.min(across, unit + untilRestart);
        blocks.pass(bits, row, unit, to);
        untilRestart -= to - unit;
        unit = to;
      }
      if (bits.left() < 0) {
        throw early("in row " + (row + 1) + " of " + down);
      }
    }
    if (bits.left() >= 8 && bits.end() < bytes.length) {
      throw JpegSegments.corrupt(
          "the coded data goes on for " + bits.left() / 8 + " bytes behind the image");
    }
    return bits.end();
  }

  private void passRestart(int expected) throws RejectedException {
    if (bits.left() < 0) {
      throw early("before restart marker " + expected);
    }
    int at = bits.end();
    while (at + 2 < bytes.length && bytes[at + 1] == (byte) 0xFF) {
      at++;
    }
    if (at + 2 > bytes.length) {
      throw JpegSegments.truncated();
    }
    if (bits.left() >= 8 || (bytes[at + 1] & 0xFF) != RESTART + expected) {
      throw JpegSegments.corrupt("restart marker " + expected + " is missing");
    }
    bits.begin(at + 2);
  }

  private RejectedException early(String where) {
    return bits.end() + 1 >= bytes.length
        ? JpegSegments.truncated()
        : JpegSegments.corrupt("the coded data ends too early, " + where);
  }
}
