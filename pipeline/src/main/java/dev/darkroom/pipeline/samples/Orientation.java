package dev.darkroom.pipeline.samples;

import java.awt.image.BufferedImage;

/** How a camera was held: what a viewer must do to the stored pixels to see them upright. */
enum Orientation {
  UPRIGHT(1),
  TURN_HALF(3),
  TURN_RIGHT(6),
  TURN_LEFT(8);

  private final int tag;

  Orientation(int tag) {
    this.tag = tag;
  }

  /** The value of the EXIF tag 0x0112. */
  int tag() {
    return tag;
  }

  /** The pixels as the camera stores them, so that a viewer obeying the tag sees them upright. */
  BufferedImage stored(BufferedImage upright) {
    if (this == UPRIGHT) {
      return upright;
    }
    int width = upright.getWidth();
    int height = upright.getHeight();
    boolean sideways = this != TURN_HALF;
    BufferedImage stored =
        new BufferedImage(sideways ? height : width, sideways ? width : height, upright.getType());
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int rgb = upright.getRGB(x, y);
        if (this == TURN_HALF) {
          stored.setRGB(width - 1 - x, height - 1 - y, rgb);
        } else if (this == TURN_RIGHT) {
          stored.setRGB(y, width - 1 - x, rgb);
        } else {
          stored.setRGB(height - 1 - y, x, rgb);
        }
      }
    }
    return stored;
  }
}
