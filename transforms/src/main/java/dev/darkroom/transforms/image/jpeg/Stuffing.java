package dev.darkroom.transforms.image.jpeg;

/** The zeroes behind bytes of 0xFF in coded data (ITU-T T.81, F.1.2.3). */
public final class Stuffing {
  private static final long LOW_BITS = 0x0101010101010101L;
  private static final long HIGH_BITS = 0x8080808080808080L;

  private Stuffing() {}

  /** Whether one of eight bytes is 0xFF. */
  public static boolean concerns(long eightBytes) {
    return ((~eightBytes - LOW_BITS) & eightBytes & HIGH_BITS) != 0;
  }
}
