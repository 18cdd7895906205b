package dev.darkroom.transforms.image.jpeg;

import dev.darkroom.transforms.rejection.RejectedException;
import java.util.Arrays;

/**
 * The blocks of a long sequential scan of which few coefficients are decoded, or none: it finds
 * some blocks first, and then decodes those of an excerpt.
 */
final class LeapingWalk implements BlockWalk {
  /**
   * Of a file. Of files of 15 kB, leaps save a quarter of the time; making the tables costs some.
   */
  private static final int FEWEST_BYTES = 1 << 13;

  /** Of a file: the positions of more bits would need longer numbers. */
  private static final int MOST_BYTES = 1 << 27;

  private final BlockFinder finder;
  private final LowFrequencies[] components;
  private final ExcerptUnits excerpt;

  /** Takes the tables of the scan's components. */
  LeapingWalk(JpegScan scan, HuffmanTable[] dc, HuffmanTable[] ac, ExcerptUnits excerpt) {
    this.excerpt = excerpt;
    this.finder = new BlockFinder(scan, dc, ac);
    ComponentPlane[] planes = excerpt.planes();
    components = new LowFrequencies[planes.length];
    int place = 0;
    for (int i = 0; i < planes.length; i++) {
      int across = scan.across(i);
      int down = scan.down(i);
      components[i] = new LowFrequencies(dc[i], ac[i], across, down, place, planes[i]);
      place += across * down;
    }
  }

  /** Whether a file of so many bytes is long enough, and not too long. */
  static boolean suits(int bytes) {
    return bytes >= FEWEST_BYTES && bytes <= MOST_BYTES;
  }

  /** Whether all of an excerpt that is decoded are the coefficients that it decodes. */
  static boolean suits(ExcerptUnits excerpt) {
    return Arrays.stream(excerpt.planes()).allMatch(plane -> plane.limit() <= LowFrequencies.LIMIT);
  }

  @Override
  public void restart() {
    for (LowFrequencies component : components) {
      component.restart();
    }
  }

  @Override
  public void pass(CodedBits bits, int row, int from, int to) throws RejectedException {
    int unit = from;
    while (unit < to && !bits.isOver()) {
      int end = Math.min(to, unit + finder.mostUnits());
      finder.pass(bits, end - unit);
      if (!excerpt.over(row) && !bits.isOver()) {
        decode(bits.data(), row, unit, end);
      }
      unit = end;
    }
    excerpt.passed(row, from, to);
  }

  private void decode(byte[] data, int row, int from, int to) throws RejectedException {
    int first = excerpt.first(row, from, to);
    int end = excerpt.end(row, from, to);
    for (LowFrequencies component : components) {
      component.begin(finder);
      component.pass(finder, data, 0, first - from);
      component.decode(finder, data, first - from, end - from, first);
      component.pass(finder, data, end - from, to - from);
    }
  }
}
