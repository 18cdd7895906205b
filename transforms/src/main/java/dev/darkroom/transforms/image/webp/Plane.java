package dev.darkroom.transforms.image.webp;

import java.util.Arrays;

/**
 * One component of a lossy picture, a byte a sample, with what prediction takes for the samples
 * outside of it (RFC 6386, section 12.2): 127 above, 129 to the left, and what rows are {@link
 * #extend extended} by to the right.
 */
final class Plane {
  private static final int BORDER = 4;
  private static final int ABOVE = 127;
  private static final int LEFT = 129;

  final byte[] samples;
  final int stride;

  /** Of so many samples, without the border. */
  Plane(int width, int height) {
    stride = width + 2 * BORDER;
    samples = new byte[stride * (height + 1)];
    Arrays.fill(samples, 0, stride, (byte) ABOVE);
    for (int y = 0; y < height; y++) {
      samples[at(-1, y)] = (byte) LEFT;
    }
  }

  /** Lets the last sample of a row stand for those to the right of it. */
  void extend(int y) {
    int end = (y + 2) * stride - BORDER;
    Arrays.fill(samples, end, end + BORDER, samples[end - 1]);
  }

  /** Where a sample is. */
  int at(int x, int y) {
    return (y + 1) * stride + BORDER + x;
  }

  static int clip(int value) {
    return (value & ~0xFF) == 0 ? value : value < 0 ? 0 : 255;
  }
}
