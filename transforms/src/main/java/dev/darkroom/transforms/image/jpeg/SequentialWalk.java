package dev.darkroom.transforms.image.jpeg;

import dev.darkroom.transforms.rejection.RejectedException;
import javax.annotation.Nullable;

/**
 * The blocks of a sequential scan, each with all its coefficients. Those of an excerpt are decoded;
 * of all others nothing but the lengths of the codes matters, and the DC coefficients, which are
 * coded as differences.
 */
final class SequentialWalk implements BlockWalk {
  private final ComponentCodes[] codes;
  private final int[] down;
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
    this.decoder = decoder;
    planes = new ComponentPlane[decoder == null ? 0 : count];
    codes = new ComponentCodes[count];
    down = new int[count];
    for (int i = 0; i < count; i++) {
      ComponentPlane plane = decoder == null ? null : decoder.plane(scan.components()[i]);
      codes[i] = new ComponentCodes(dc[i], ac[i], scan.across(i), scan.down(i), plane);
      down[i] = scan.down(i);
      if (plane != null) {
        planes[i] = plane;
      }
    }
    if (decoder != null) {
      open(scan);
    }
  }

  /** Finds the units that hold the excerpt's blocks of any component. */
  private void open(JpegScan scan) {
    left = Integer.MAX_VALUE;
    top = Integer.MAX_VALUE;
    for (int i = 0; i < planes.length; i++) {
      int across = scan.across(i);
      left = Math.min(left, planes[i].fromColumn() / across);
      right = Math.max(right, (planes[i].toColumn() + across - 1) / across);
      top = Math.min(top, planes[i].fromRow() / down[i]);
      bottom = Math.max(bottom, (planes[i].toRow() + down[i] - 1) / down[i]);
    }
    for (int i = 0; i < planes.length; i++) {
      int across = scan.across(i);
      planes[i].begin(left * across, (right - left) * across, top * down[i], down[i]);
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
    boolean inside = row >= top && row < bottom;
    int first = inside ? Math.max(from, Math.min(to, left)) : to;
    int end = inside ? Math.max(from, Math.min(to, right)) : to;
    skip(bits, from, first);
    for (int unit = first; unit < end && !bits.isOver(); unit++) {
      for (ComponentCodes component : codes) {
        component.decode(bits, unit);
      }
    }
    skip(bits, end, to);
    if (inside && from < right && right <= to) {
      for (int i = 0; i < planes.length; i++) {
        planes[i].finish(row * down[i]);
      }
      decoder.collect();
    }
  }

  private void skip(CodedBits bits, int from, int to) throws RejectedException {
    for (int unit = from; unit < to && !bits.isOver(); unit++) {
      for (ComponentCodes component : codes) {
        component.skip(bits);
      }
    }
  }
}
