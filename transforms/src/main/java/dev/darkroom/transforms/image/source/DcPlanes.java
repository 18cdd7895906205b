package dev.darkroom.transforms.image.source;

/**
 * The mean of every block of a sequential JPEG, which is what its DC coefficient says: the image at
 * an eighth of its size. Not thread-safe.
 */
final class DcPlanes {
  /** Below this an eighth is smaller than what anybody asks for, and not worth collecting. */
  private static final int FEWEST_PIXELS = 1 << 20;

  private final JpegFrame frame;
  private final int[] quanta;
  private final int[] strides;
  private final byte[][] planes;

  /**
   * @param quanta the step of DC coefficients, by quantisation table
   */
  DcPlanes(JpegFrame frame, int[] quanta) {
    int components = frame.components();
    this.frame = frame;
    this.quanta = new int[components];
    this.strides = new int[components];
    this.planes = new byte[components][];
    for (int c = 0; c < components; c++) {
      this.quanta[c] = quanta[frame.quantisation(c)];
      strides[c] = frame.unitsAcross() * frame.across(c);
      planes[c] = new byte[strides[c] * frame.unitsDown() * frame.down(c)];
    }
  }

  /** Whether a frame's DC coefficients make an image of use. */
  static boolean wanted(JpegFrame frame) {
    boolean regular = frame.components() == 1 || frame.components() == 3;
    for (int c = 0; regular && c < frame.components(); c++) {
      regular = frame.ratioAcross(c) > 0 && frame.ratioDown(c) > 0;
    }
    boolean large = (long) frame.width() * frame.height() >= FEWEST_PIXELS;
    return regular && large && !frame.progressive() && !frame.arithmetic();
  }

  /** Takes one block's coefficient, before it is multiplied. */
  void put(int component, int x, int y, int coefficient) {
    int mean = ((coefficient * quanta[component] + 4) >> 3) + 128;
    planes[component][y * strides[component] + x] = (byte) Math.max(0, Math.min(255, mean));
  }

  /** What was put. */
  EighthImage image() {
    return new EighthImage(frame, strides, planes);
  }
}
