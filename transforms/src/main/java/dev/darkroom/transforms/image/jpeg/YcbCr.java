package dev.darkroom.transforms.image.jpeg;

/**
 * From YCbCr to RGB (JFIF 1.02, "Conversion to and from RGB"; factors times 2^16). Y is 0 to 255,
 * Cb and Cr are less 128; results are rounded, 0 to 255.
 */
public final class YcbCr {
  private static final int HALF = 1 << 15;
  private static final int CR_TO_RED = 91_881;
  private static final int CB_TO_GREEN = -22_554;
  private static final int CR_TO_GREEN = -46_802;
  private static final int CB_TO_BLUE = 116_130;

  private YcbCr() {}

  /** Red. */
  public static byte red(int y, int cr) {
    return clamp(y + ((CR_TO_RED * cr + HALF) >> 16));
  }

  /** Green. */
  public static byte green(int y, int cb, int cr) {
    return clamp(y + ((CB_TO_GREEN * cb + CR_TO_GREEN * cr + HALF) >> 16));
  }

  /** Blue. */
  public static byte blue(int y, int cb) {
    return clamp(y + ((CB_TO_BLUE * cb + HALF) >> 16));
  }

  private static byte clamp(int value) {
    return (byte) Math.max(0, Math.min(255, value));
  }
}
