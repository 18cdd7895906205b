package dev.darkroom.transforms.image.jpeg;

import javax.annotation.Nullable;

/** The units of a sequential scan that hold an excerpt's blocks of any component. */
final class ExcerptUnits {
  @Nullable private final ExcerptDecoder decoder;
  private final ComponentPlane[] planes;
  private final int[] down;
  private int left;
  private int right;
  private int top;
  private int bottom;

  /**
   * Lets the planes of the scan's components begin.
   *
   * @param decoder has met these; null if nothing is to be decoded
   */
  ExcerptUnits(JpegScan scan, @Nullable ExcerptDecoder decoder) {
    int count = decoder == null ? 0 : scan.components().length;
    this.decoder = decoder;
    planes = new ComponentPlane[count];
    down = new int[count];
    left = Integer.MAX_VALUE;
    top = Integer.MAX_VALUE;
    for (int i = 0; i < count; i++) {
      int across = scan.across(i);
      planes[i] = decoder.plane(scan.components()[i]);
      down[i] = scan.down(i);
      left = Math.min(left, planes[i].fromColumn() / across);
      right = Math.max(right, (planes[i].toColumn() + across - 1) / across);
      top = Math.min(top, planes[i].fromRow() / down[i]);
      bottom = Math.max(bottom, (planes[i].toRow() + down[i] - 1) / down[i]);
    }
    for (int i = 0; i < count; i++) {
      int across = scan.across(i);
      planes[i].begin(left * across, (right - left) * across, top * down[i], down[i]);
    }
  }

  /** Of each component of the scan; none if nothing is to be decoded. */
  ComponentPlane[] planes() {
    return planes;
  }

  /** Whether a row is below all of them. */
  boolean over(int row) {
    return row >= bottom;
  }

  /** The first that is wanted of some units of a row; {@code to} if none is. */
  int first(int row, int from, int to) {
    return inside(row) ? Math.max(from, Math.min(to, left)) : to;
  }

  /** Just behind the last that is wanted of some units of a row; {@code to} if none is. */
  int end(int row, int from, int to) {
    return inside(row) ? Math.max(from, Math.min(to, right)) : to;
  }

  /** Some units of a row were passed: makes pixels, if they hold the last one that is wanted. */
  void passed(int row, int from, int to) {
    if (inside(row) && from < right && right <= to) {
      for (int i = 0; i < planes.length; i++) {
        planes[i].finish(row * down[i]);
      }
      decoder.collect();
    }
  }

  private boolean inside(int row) {
    return row >= top && row < bottom;
  }
}
