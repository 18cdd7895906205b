package dev.darkroom.transforms.image.jpeg;

import dev.darkroom.transforms.rejection.Reason;
import dev.darkroom.transforms.rejection.RejectedException;

/** A JPEG frame header (ITU-T T.81, B.2.2). */
public final class JpegFrame {
  private static final int FIXED_BYTES = 6;
  private static final int COMPONENT_BYTES = 3;
  private static final int LARGEST_SAMPLING = 4;
  private static final int BLOCK = 8;

  /** Of each kind, at most (T.81, B.2.4). */
  static final int TABLES = 4;

  private final int code;
  private final int precision;
  private final int width;
  private final int height;
  private final int[] ids;
  private final int[] across;
  private final int[] down;
  private final int[] quanta;

  /** Reads the frame header that {@code segments} stands on. */
  public JpegFrame(JpegSegments segments) throws RejectedException {
    int bytes = segments.end() - segments.body();
    if (bytes < FIXED_BYTES) {
      throw JpegSegments.corrupt("the frame header is too short");
    }
    code = segments.code();
    precision = segments.byteAt(0);
    height = segments.shortAt(1);
    width = segments.shortAt(3);
    int components = segments.byteAt(5);
    ids = new int[components];
    across = new int[components];
    down = new int[components];
    quanta = new int[components];
    if (bytes < FIXED_BYTES + COMPONENT_BYTES * components) {
      throw JpegSegments.corrupt("the frame header is too short");
    }
    for (int i = 0; i < components; i++) {
      int at = FIXED_BYTES + COMPONENT_BYTES * i;
      ids[i] = segments.byteAt(at);
      across[i] = segments.byteAt(at + 1) >> 4;
      down[i] = segments.byteAt(at + 1) & 0xF;
      quanta[i] = segments.byteAt(at + 2);
    }
  }

  /** Refuses what no decoder here knows, by name, and what makes no sense. */
  public void check() throws RejectedException {
    if (code == JpegSegments.JPEG_LS) {
      throw unsupported("JPEG-LS");
    }
    if (height == 0) {
      throw unsupported("JPEG that tells its height behind its data (DNL)");
    }
    if (code == 0xC3 || (code > 0xC3 && code < 0xC8) || code > 0xCA) {
      throw unsupported("lossless or hierarchical JPEG");
    }
    if (precision != 8) {
      throw unsupported(precision + "-bit JPEG");
    }
    if (components() != 1 && components() != 3 && components() != 4) {
      throw unsupported("JPEG of " + components() + " components");
    }
    for (int i = 0; i < components(); i++) {
      if (!isSampling(across[i]) || !isSampling(down[i])) {
        throw JpegSegments.corrupt("a component's sampling is " + across[i] + "x" + down[i]);
      }
      if (quanta[i] >= TABLES) {
        throw JpegSegments.corrupt("a component's quantisation table is number " + quanta[i]);
      }
    }
  }

  /**
   * Refuses what only the walk through the scans can decode.
   *
   * @throws RejectedException if a component has parts of samples for a sample of another
   */
  public void checkForDecoders() throws RejectedException {
    for (int i = 0; i < components(); i++) {
      if (most(across) % across[i] != 0 || most(down) % down[i] != 0) {
        throw unsupported("JPEG of " + across[i] + "x" + down[i] + " fractional sampling");
      }
    }
  }

  /** In pixels. */
  public int width() {
    return width;
  }

  /** In pixels. */
  public int height() {
    return height;
  }

  /** How many there are. */
  public int components() {
    return ids.length;
  }

  /** Whether codes are arithmetic. */
  public boolean arithmetic() {
    return code >= 0xC9;
  }

  /** Whether coefficients come in several scans. */
  public boolean progressive() {
    return (code & 3) == 2;
  }

  /** A component's identifier. */
  int id(int component) {
    return ids[component];
  }

  /** The number of a component's quantisation table, 0 to 3. */
  int quantisation(int component) {
    return quanta[component];
  }

  /** Blocks of a component in a unit of an interleaved scan, side by side. */
  int across(int component) {
    return across[component];
  }

  /** Blocks of a component in a unit of an interleaved scan, one above the other. */
  int down(int component) {
    return down[component];
  }

  /** Units of an interleaved scan, side by side. */
  int unitsAcross() {
    return ceil(width, BLOCK * most(across));
  }

  /** Units of an interleaved scan, one above the other. */
  int unitsDown() {
    return ceil(height, BLOCK * most(down));
  }

  /** Blocks in which a component has samples, side by side. */
  int blocksAcross(int component) {
    return ceil(samplesAcross(component), BLOCK);
  }

  /** Blocks in which a component has samples, one above the other. */
  int blocksDown(int component) {
    return ceil(samplesDown(component), BLOCK);
  }

  /** Samples of a component, side by side. */
  int samplesAcross(int component) {
    return ceil(width * across[component], most(across));
  }

  /** Samples of a component, one above the other. */
  int samplesDown(int component) {
    return ceil(height * down[component], most(down));
  }

  /** The most blocks that a component has in a unit, side by side. */
  int mostAcross() {
    return most(across);
  }

  /** The most blocks that a component has in a unit, one above the other. */
  int mostDown() {
    return most(down);
  }

  private static int most(int[] factors) {
    int most = 1;
    for (int factor : factors) {
      most = Math.max(most, factor);
    }
    return most;
  }

  private static int ceil(int dividend, int divisor) {
    return (dividend + divisor - 1) / divisor;
  }

  private static boolean isSampling(int factor) {
    return factor >= 1 && factor <= LARGEST_SAMPLING;
  }

  private static RejectedException unsupported(String what) {
    return new RejectedException(Reason.UNSUPPORTED_FORMAT, what + " is not supported");
  }
}
