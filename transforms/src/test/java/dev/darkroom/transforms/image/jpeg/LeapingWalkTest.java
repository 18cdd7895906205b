package dev.darkroom.transforms.image.jpeg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.darkroom.transforms.image.jpeg.encoder.JpegEncoder;
import dev.darkroom.transforms.image.pixels.Pixels;
import dev.darkroom.transforms.rejection.RejectedException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** With rows of more blocks than are found at once, and blocks of many bits. */
class LeapingWalkTest {
  private static final int WIDTH = 900;
  private static final int HEIGHT = 600;

  private final byte[] file = noise();
  private final HuffmanTable[] dc = new HuffmanTable[3];
  private final HuffmanTable[] ac = new HuffmanTable[3];
  private final CodedBits bits = new CodedBits(file);
  private final JpegSegments segments = new JpegSegments(file);
  private final JpegFrame frame;
  private final JpegScan scan;

  LeapingWalkTest() throws RejectedException {
    HuffmanTable[] defined = new HuffmanTable[32];
    JpegFrame header = null;
    for (int code = segments.next(); code != JpegSegments.SOS; code = segments.next()) {
      if (segments.isFrame()) {
        header = new JpegFrame(segments);
      }
      int at = code == JpegSegments.DHT ? segments.body() : segments.end();
      while (at < segments.end()) {
        HuffmanTable table = new HuffmanTable(file, at + 1, segments.end(), file[at] >> 4 == 0);
        defined[file[at]] = table;
        at += 1 + table.bytes();
      }
    }
    frame = header;
    scan = new JpegScan(segments, frame);
    for (int i = 0; i < 3; i++) {
      dc[i] = defined[scan.dcTable(i)];
      ac[i] = defined[16 + scan.acTable(i)];
    }
  }

  private static byte[] noise() {
    byte[] rgb = new byte[3 * WIDTH * HEIGHT];
    new Random(1).nextBytes(rgb);
    return new JpegEncoder(95, false).encode(Pixels.of(WIDTH, HEIGHT, rgb));
  }

  @Test
  void itEndsEachRowWhereOneCodeAfterTheOtherDoes() throws RejectedException {
    BlockWalk leaping = new LeapingWalk(scan, dc, ac, new ExcerptUnits(scan, null));
    BlockWalk plain = new SequentialWalk(scan, dc, ac, new ExcerptUnits(scan, null));
    CodedBits other = new CodedBits(file);
    bits.begin(scan.end());
    other.begin(scan.end());
    for (int row = 0; row < scan.unitsDown(); row++) {
      leaping.pass(bits, row, 0, scan.unitsAcross());
      plain.pass(other, row, 0, scan.unitsAcross());
      assertEquals(other.left(), bits.left(), "row " + row);
    }
  }

  @Test
  void itDecodesWhatOneBlockAfterTheOtherGives() throws RejectedException {
    for (int x = 0; x < 400; x += 133) {
      Excerpt excerpt =
          Excerpt.builder().x(x).y(x / 2).width(500).height(400).toWidth(30).toHeight(25).build();
      assertArrayEquals(
          decoded(excerpt, scan.unitsDown(), false), decoded(excerpt, scan.unitsDown(), true));
    }
  }

  /** Codes of 1 to 16 bits, of which the most frequent are followed by the longest values. */
  @Test
  void longCodesOfMeansAreDecoded() throws RejectedException {
    Arrays.fill(dc, table(true, 0, 5, 15, 2, 4, 15, 1, 3, 6, 7, 8, 9, 10, 11, 12, 13));
    Arrays.fill(
        ac,
        table(false, 0, 1, 0x12, 0x0A, 0xF0, 0x2F, 3, 0x11, 2, 5, 0x13, 4, 6, 0x21, 0x0F, 0x1F));
    Excerpt excerpt =
        Excerpt.builder().x(50).y(0).width(800).height(140).toWidth(50).toHeight(7).build();
    assertArrayEquals(decoded(excerpt, 20, false), decoded(excerpt, 20, true));
  }

  /** Where zeroes are blocks of 128 bytes. */
  @Test
  void rowsAreNotWalkedFarBehindTheData() throws RejectedException {
    Arrays.fill(dc, table(true, 15, 0));
    Arrays.fill(ac, table(false, 0x0F, 0));
    byte[] zeroes = new byte[1 << 13];
    CodedBits over = new CodedBits(zeroes);
    over.begin(zeroes.length);
    BlockWalk walk = new LeapingWalk(scan, dc, ac, new ExcerptUnits(scan, null));
    walk.pass(over, 0, 0, scan.unitsAcross());
    assertTrue(over.isOver());
  }

  private static HuffmanTable table(boolean means, int... symbols) throws RejectedException {
    byte[] bytes = new byte[16 + symbols.length];
    for (int i = 0; i < symbols.length; i++) {
      bytes[i] = 1;
      bytes[16 + i] = (byte) symbols[i];
    }
    return new HuffmanTable(bytes, 0, bytes.length, means);
  }

  private byte[] decoded(Excerpt excerpt, int rows, boolean leaping) throws RejectedException {
    ExcerptDecoder decoder = new ExcerptDecoder(frame, excerpt, false);
    for (int component = 0; component < 3; component++) {
      int[] quanta = new int[Zigzag.COEFFICIENTS];
      Arrays.fill(quanta, 8);
      decoder.meet(component, quanta);
    }
    ExcerptUnits units = new ExcerptUnits(scan, decoder);
    assertTrue(LeapingWalk.suits(units));
    BlockWalk walk =
        leaping ? new LeapingWalk(scan, dc, ac, units) : new SequentialWalk(scan, dc, ac, units);
    for (int row = 0; row < rows; row++) {
      if (row % 10 == 0) {
        bits.begin(scan.end());
        walk.restart();
      }
      walk.pass(bits, row, 0, scan.unitsAcross());
    }
    return decoder.decoded().orElseThrow().rgb();
  }
}
