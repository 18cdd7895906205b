package dev.darkroom.transforms.image.webp;

/**
 * Predicts blocks of 4x4 samples from those around them (RFC 6386, section 12.3). Not thread-safe.
 */
final class BlockPrediction {
  static final int MEAN = 0;
  static final int TRUE_MOTION = 1;
  static final int VERTICAL = 2;
  static final int HORIZONTAL = 3;
  static final int RIGHT_DOWN = 4;
  static final int VERTICAL_RIGHT = 5;
  static final int LEFT_DOWN = 6;
  static final int VERTICAL_LEFT = 7;
  static final int HORIZONTAL_DOWN = 8;
  static final int HORIZONTAL_UP = 9;

  private static final int SIDE = 4;
  private static final int CORNER = 4;

  private final Plane plane;

  /** From the lowest to the left, over the corner, to the last above to the right. */
  private final int[] edge = new int[13];

  private int at;

  BlockPrediction(Plane plane) {
    this.plane = plane;
  }

  /**
   * Predicts a block.
   *
   * @param at where it begins
   * @param aboveRight where the four samples above and to the right of it are
   */
  void predict(int mode, int at, int aboveRight) {
    this.at = at;
    byte[] s = plane.samples;
    for (int i = 0; i < SIDE; i++) {
      edge[i] = s[at + (SIDE - 1 - i) * plane.stride - 1] & 0xFF;
      edge[CORNER + 1 + i] = s[at - plane.stride + i] & 0xFF;
      edge[CORNER + 1 + SIDE + i] = s[aboveRight + i] & 0xFF;
    }
    edge[CORNER] = s[at - plane.stride - 1] & 0xFF;
    switch (mode) {
      case MEAN:
        mean();
        break;
      case TRUE_MOTION:
        trueMotion();
        break;
      case VERTICAL:
        for (int x = 0; x < SIDE; x++) {
          line(x, 0, 0, 1, smooth(CORNER + 1 + x));
        }
        break;
      case HORIZONTAL:
        horizontal();
        break;
      case RIGHT_DOWN:
        for (int i = 0; i < 7; i++) {
          line(Math.max(0, i - 3), Math.max(0, 3 - i), 1, 1, smooth(i + 1));
        }
        break;
      case LEFT_DOWN:
        for (int i = 0; i < 6; i++) {
          line(Math.min(3, i), Math.max(0, i - 3), -1, 1, smooth(CORNER + 2 + i));
        }
        put(3, 3, (edge[11] + 3 * edge[12] + 2) >> 2);
        break;
      case VERTICAL_RIGHT:
        verticalRight();
        break;
      case VERTICAL_LEFT:
        verticalLeft();
        break;
      case HORIZONTAL_DOWN:
        horizontalDown();
        break;
      default:
        horizontalUp();
    }
  }

  private void mean() {
    int sum = SIDE;
    for (int i = 0; i < SIDE; i++) {
      sum += edge[i] + edge[CORNER + 1 + i];
    }
    for (int y = 0; y < SIDE; y++) {
      line(0, y, 1, 0, sum >> 3);
    }
  }

  private void trueMotion() {
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        put(x, y, Plane.clip(edge[CORNER - 1 - y] + edge[CORNER + 1 + x] - edge[CORNER]));
      }
    }
  }

  private void horizontal() {
    for (int y = 0; y < SIDE - 1; y++) {
      line(0, y, 1, 0, smooth(CORNER - 1 - y));
    }
    line(0, 3, 1, 0, (edge[1] + 3 * edge[0] + 2) >> 2);
  }

  private void verticalRight() {
    put(0, 3, smooth(2));
    put(0, 2, smooth(3));
    for (int x = 0; x < SIDE; x++) {
      line(x, 0, 1, 2, between(CORNER + x), 2);
      line(x, 1, 1, 2, smooth(CORNER + x), 2);
    }
  }

  private void verticalLeft() {
    for (int x = 0; x < SIDE; x++) {
      line(x, 0, -1, 2, between(CORNER + 1 + x), 2);
      line(x, 1, -1, 2, smooth(CORNER + 2 + x), 2);
    }
    put(3, 2, smooth(CORNER + 6));
    put(3, 3, smooth(CORNER + 7));
  }

  private void horizontalDown() {
    put(2, 0, smooth(CORNER + 1));
    put(3, 0, smooth(CORNER + 2));
    for (int y = 0; y < SIDE; y++) {
      line(0, y, 2, 1, between(CORNER - 1 - y), 2);
      line(1, y, 2, 1, smooth(CORNER - y), 2);
    }
  }

  private void horizontalUp() {
    for (int y = 0; y < SIDE; y++) {
      line(0, y, 1, 0, edge[0]);
    }
    for (int y = 0; y < 3; y++) {
      line(0, y, 2, -1, between(2 - y), 2);
      line(1, y, 2, -1, y < 2 ? smooth(2 - y) : (edge[1] + 3 * edge[0] + 2) >> 2, 2);
    }
  }

  /** Of three neighbours on the edge, the middle one counting twice. */
  private int smooth(int middle) {
    return (edge[middle - 1] + 2 * edge[middle] + edge[middle + 1] + 2) >> 2;
  }

  private int between(int first) {
    return (edge[first] + edge[first + 1] + 1) >> 1;
  }

  /** Puts a value from a place on in one direction, as far as the block goes. */
  private void line(int x, int y, int right, int down, int value) {
    line(x, y, right, down, value, SIDE);
  }

  private void line(int x, int y, int right, int down, int value, int most) {
    int toX = x;
    int toY = y;
    for (int i = 0; i < most && toX >= 0 && toX < SIDE && toY >= 0 && toY < SIDE; i++) {
      put(toX, toY, value);
      toX += right;
      toY += down;
    }
  }

  private void put(int x, int y, int value) {
    plane.samples[at + y * plane.stride + x] = (byte) value;
  }
}
