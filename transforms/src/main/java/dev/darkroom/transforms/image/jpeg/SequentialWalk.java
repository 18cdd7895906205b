package dev.darkroom.transforms.image.jpeg;

import dev.darkroom.transforms.rejection.RejectedException;

/**
 * The blocks of a sequential scan, each with all its coefficients. Those of an excerpt are decoded;
 * of all others nothing but the lengths of the codes matters, and the DC coefficients, which are
 * coded as differences.
 */
final class SequentialWalk implements BlockWalk {
  private final ComponentCodes[] codes;
  private final ExcerptUnits excerpt;

  /** Takes the tables of the scan's components. */
  SequentialWalk(JpegScan scan, HuffmanTable[] dc, HuffmanTable[] ac, ExcerptUnits excerpt) {
    this.excerpt = excerpt;
    ComponentPlane[] planes = excerpt.planes();
    codes = new ComponentCodes[dc.length];
    for (int i = 0; i < dc.length; i++) {
      ComponentPlane plane = planes.length == 0 ? null : planes[i];
      codes[i] = new ComponentCodes(dc[i], ac[i], scan.across(i), scan.down(i), plane);
    }
  }

  @Override
  public void restart() {
    for (ComponentCodes component : codes) {
      component.restart();
    }
  }

  @Override
  public void pass(CodedBits bits, int row, int from, int to) throws RejectedException {
    int first = excerpt.first(row, from, to);
    int end = excerpt.end(row, from, to);
    skip(bits, from, first);
    for (int unit = first; unit < end && !bits.isOver(); unit++) {
      for (ComponentCodes component : codes) {
        component.decode(bits, unit);
      }
    }
    skip(bits, end, to);
    excerpt.passed(row, from, to);
  }

  private void skip(CodedBits bits, int from, int to) throws RejectedException {
    for (int unit = from; unit < to && !bits.isOver(); unit++) {
      for (ComponentCodes component : codes) {
        component.skip(bits);
      }
    }
  }
}
