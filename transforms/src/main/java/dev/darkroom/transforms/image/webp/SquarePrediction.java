package dev.darkroom.transforms.image.webp;

/**
 * Predicts the luma or chroma of a macroblock from what is above it and left of it (RFC 6386,
 * sections 12.2 and 12.3).
 */
final class SquarePrediction {
  private static final int NEUTRAL = 128;

  private SquarePrediction() {}

  /**
   * Predicts a square.
   *
   * @param mode one of the first four of {@link BlockPrediction}
   * @param side 16 or 8
   * @param x its first column in the plane
   * @param y its first row
   */
  static void predict(int mode, Plane plane, int side, int x, int y) {
    byte[] s = plane.samples;
    int stride = plane.stride;
    int at = plane.at(x, y);
    int mean = mode == BlockPrediction.MEAN ? mean(plane, side, x, y) : 0;
    int corner = s[at - stride - 1] & 0xFF;
    for (int row = 0; row < side; row++, at += stride) {
      int left = s[at - 1] & 0xFF;
      int above = plane.at(x, y - 1);
      switch (mode) {
        case BlockPrediction.MEAN:
          fill(s, at, side, mean);
          break;
        case BlockPrediction.TRUE_MOTION:
          for (int i = 0; i < side; i++) {
            s[at + i] = (byte) Plane.clip((s[above + i] & 0xFF) + left - corner);
          }
          break;
        case BlockPrediction.VERTICAL:
          System.arraycopy(s, above, s, at, side);
          break;
        default:
          fill(s, at, side, left);
      }
    }
  }

  private static void fill(byte[] samples, int at, int count, int value) {
    for (int i = at; i < at + count; i++) {
      samples[i] = (byte) value;
    }
  }

  /** Of those sides that are in the picture. */
  private static int mean(Plane plane, int side, int x, int y) {
    int sum = 0;
    int count = 0;
    for (int i = 0; i < side; i++) {
      if (y > 0) {
        sum += plane.samples[plane.at(x + i, y - 1)] & 0xFF;
        count++;
      }
      if (x > 0) {
        sum += plane.samples[plane.at(x - 1, y + i)] & 0xFF;
        count++;
      }
    }
    return count == 0 ? NEUTRAL : (sum + count / 2) / count;
  }
}
