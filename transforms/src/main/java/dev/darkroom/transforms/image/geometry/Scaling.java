package dev.darkroom.transforms.image.geometry;

/** What the decoder leaves for the resampler to do. */
public enum Scaling {
  /** The JPEG decoder makes one pixel of 8x8, and the rest is shrunk further. */
  EIGHTH(8),
  /** One pixel of 4x4. */
  QUARTER(4),
  /** One pixel of 2x2. */
  HALF(2),
  /** Decoded at its own size and shrunk. */
  FULL(1),
  /** Decoded at its own size and kept at that. */
  SAME(1),
  /** Decoded at its own size and enlarged on one axis at least. */
  ENLARGE(1);

  private final int ratio;

  Scaling(int ratio) {
    this.ratio = ratio;
  }

  /** Pixels of the source, on each axis, that the decoder makes one of. */
  public int ratio() {
    return ratio;
  }

  /** A side after decoding, as libjpeg rounds it. */
  int scaled(int side) {
    return (side + ratio - 1) / ratio;
  }
}
