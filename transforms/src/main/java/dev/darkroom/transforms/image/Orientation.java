package dev.darkroom.transforms.image;

/**
 * Where the first row and column of the stored pixels belong when the image is shown: EXIF's tag
 * 0x0112, values 1 to 8 in this order. To show an image, reverse the stored axes as {@link
 * #reversesX()} and {@link #reversesY()} say, then transpose.
 */
enum Orientation {
  TOP_LEFT(false, false, false),
  TOP_RIGHT(true, false, false),
  BOTTOM_RIGHT(true, true, false),
  BOTTOM_LEFT(false, true, false),
  LEFT_TOP(false, false, true),
  RIGHT_TOP(false, true, true),
  RIGHT_BOTTOM(true, true, true),
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

  boolean reversesX() {
    return reversesX;
  }

  boolean reversesY() {
    return reversesY;
  }

  boolean transposes() {
    return transposes;
  }

  /** The same rectangle in stored coordinates, given the stored image's size. */
  Crop toStored(Crop shown, int storedWidth, int storedHeight) {
    Crop c = transposes ? Crop.of(shown.y(), shown.x(), shown.height(), shown.width()) : shown;
    return Crop.of(
        reversesX ? storedWidth - c.x() - c.width() : c.x(),
        reversesY ? storedHeight - c.y() - c.height() : c.y(),
        c.width(),
        c.height());
  }
}
