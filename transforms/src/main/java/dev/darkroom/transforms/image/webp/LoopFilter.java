package dev.darkroom.transforms.image.webp;

/**
 * Smooths the edges between the blocks of a macroblock, and those to the macroblocks to the left of
 * it and above it (RFC 6386, section 15).
 */
final class LoopFilter {
  private static final int INNER = 4;

  private LoopFilter() {}

  /** Luma alone, by differences at the edge alone. */
  static void simple(Plane luma, int x, int y, int limit, boolean inner) {
    int at = luma.at(x, y);
    int stride = luma.stride;
    if (x > 0) {
      simple(luma, at, 1, stride, limit + 4);
    }
    for (int i = INNER; inner && i < 16; i += INNER) {
      simple(luma, at + i, 1, stride, limit);
    }
    if (y > 0) {
      simple(luma, at, stride, 1, limit + 4);
    }
    for (int i = INNER; inner && i < 16; i += INNER) {
      simple(luma, at + i * stride, stride, 1, limit);
    }
  }

  private static void simple(Plane plane, int from, int across, int along, int limit) {
    byte[] s = plane.samples;
    int at = from;
    for (int i = 0; i < 16; i++, at += along) {
      if (edge(s, at, across) <= 2 * limit + 1) {
        two(s, at, across);
      }
    }
  }

  /**
   * A square of a component.
   *
   * @param side 16 or 8
   * @param limit of differences at inner edges
   * @param interior of differences beside edges
   * @param variance of differences beside edges of the picture
   */
  static void normal(
      Plane plane, int side, int x, int y, int limit, int interior, int variance, boolean inner) {
    int at = plane.at(x, y);
    int stride = plane.stride;
    if (x > 0) {
      normal(plane, at, 1, stride, side, limit + 4, interior, variance, true);
    }
    for (int i = INNER; inner && i < side; i += INNER) {
      normal(plane, at + i, 1, stride, side, limit, interior, variance, false);
    }
    if (y > 0) {
      normal(plane, at, stride, 1, side, limit + 4, interior, variance, true);
    }
    for (int i = INNER; inner && i < side; i += INNER) {
      normal(plane, at + i * stride, stride, 1, side, limit, interior, variance, false);
    }
  }

  private static void normal(
      Plane plane,
      int from,
      int across,
      int along,
      int count,
      int limit,
      int interior,
      int variance,
      boolean outer) {
    byte[] s = plane.samples;
    int at = from;
    for (int i = 0; i < count; i++, at += along) {
      if (edge(s, at, across) <= 2 * limit + 1 && flat(s, at, across, interior)) {
        if (difference(s, at - 2 * across, at - across) > variance
            || difference(s, at + across, at) > variance) {
          two(s, at, across);
        } else if (outer) {
          six(s, at, across);
        } else {
          four(s, at, across);
        }
      }
    }
  }

  private static int difference(byte[] s, int a, int b) {
    return Math.abs((s[a] & 0xFF) - (s[b] & 0xFF));
  }

  private static int edge(byte[] s, int at, int step) {
    return 4 * difference(s, at - step, at) + difference(s, at - 2 * step, at + step);
  }

  private static boolean flat(byte[] s, int at, int step, int most) {
    return difference(s, at - 4 * step, at - 3 * step) <= most
        && difference(s, at - 3 * step, at - 2 * step) <= most
        && difference(s, at - 2 * step, at - step) <= most
        && difference(s, at + 3 * step, at + 2 * step) <= most
        && difference(s, at + 2 * step, at + step) <= most
        && difference(s, at + step, at) <= most;
  }

  private static void two(byte[] s, int at, int step) {
    int outer = signed((s[at - 2 * step] & 0xFF) - (s[at + step] & 0xFF));
    int a = 3 * ((s[at] & 0xFF) - (s[at - step] & 0xFF)) + outer;
    change(s, at - step, small((a + 3) >> 3));
    change(s, at, -small((a + 4) >> 3));
  }

  private static void four(byte[] s, int at, int step) {
    int a = 3 * ((s[at] & 0xFF) - (s[at - step] & 0xFF));
    int high = small((a + 4) >> 3);
    int further = (high + 1) >> 1;
    change(s, at - 2 * step, further);
    change(s, at - step, small((a + 3) >> 3));
    change(s, at, -high);
    change(s, at + step, -further);
  }

  private static void six(byte[] s, int at, int step) {
    int outer = signed((s[at - 2 * step] & 0xFF) - (s[at + step] & 0xFF));
    int a = signed(3 * ((s[at] & 0xFF) - (s[at - step] & 0xFF)) + outer);
    for (int i = 0; i < 3; i++) {
      int by = (9 * (3 - i) * a + 63) >> 7;
      change(s, at - (i + 1) * step, by);
      change(s, at + i * step, -by);
    }
  }

  private static void change(byte[] s, int at, int by) {
    s[at] = (byte) Plane.clip((s[at] & 0xFF) + by);
  }

  private static int signed(int value) {
    return Math.max(-128, Math.min(127, value));
  }

  private static int small(int value) {
    return Math.max(-16, Math.min(15, value));
  }
}
