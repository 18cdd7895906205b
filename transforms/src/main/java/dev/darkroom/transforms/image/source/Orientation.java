package dev.darkroom.transforms.image.source;

import dev.darkroom.transforms.image.pixels.Pixels;

/**
 * Where the first row and column of the stored pixels belong when the image is shown: EXIF's tag
 * 0x0112, values 1 to 8 in this order. To show an image, reverse the stored axes as {@link
 * #reversesX()} and {@link #reversesY()} say, then transpose.
 */
public enum Orientation {
  /** As stored. */
  TOP_LEFT(false, false, false),
  /** Mirrored. */
  TOP_RIGHT(true, false, false),
  /** Turned by 180 degrees. */
  BOTTOM_RIGHT(true, true, false),
  /** Upside down, mirrored. */
  BOTTOM_LEFT(false, true, false),
  /** Mirrored along the main diagonal. */
  LEFT_TOP(false, false, true),
  /** To be turned by 90 degrees clockwise. */
  RIGHT_TOP(false, true, true),
  /** Mirrored along the other diagonal. */
  RIGHT_BOTTOM(true, true, true),
  /** To be turned by 90 degrees counterclockwise. */
  LEFT_BOTTOM(true, false, true);

  private final boolean reversesX;
  private final boolean reversesY;
  private final boolean transposes;

  Orientation(boolean reversesX, boolean reversesY, boolean transposes) {
    this.reversesX = reversesX;
    this.reversesY = reversesY;
    this.transposes = transposes;
  }

  /** The orientation of an EXIF value; any value that EXIF does not know counts as upright. */
  static Orientation ofExif(int value) {
    return value >= 1 && value <= 8 ? values()[value - 1] : TOP_LEFT;
  }

  /** The image as it is shown. */
  public Pixels show(Pixels stored) {
    return stored.turned(reversesX, reversesY, transposes);
  }

  /** Whether stored rows run from right to left. */
  public boolean reversesX() {
    return reversesX;
  }

  /** Whether stored columns run from bottom to top. */
  public boolean reversesY() {
    return reversesY;
  }

  /** Whether width and height change places. */
  public boolean transposes() {
    return transposes;
  }
}
