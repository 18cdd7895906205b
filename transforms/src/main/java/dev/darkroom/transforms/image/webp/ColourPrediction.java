package dev.darkroom.transforms.image.webp;

import dev.darkroom.transforms.rejection.RejectedException;

/** Red less its part of green, blue less its parts of green and red; the parts are a block's. */
final class ColourPrediction implements Transform {
  private final int width;
  private final int height;
  private final BlockImage parts;

  ColourPrediction(CodedBits bits, int width, int height) throws RejectedException {
    this.width = width;
    this.height = height;
    parts = new BlockImage(bits, width, height);
  }

  @Override
  public void undo(int[] pixels) {
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int part = parts.of(x, y);
        int pixel = pixels[y * width + x];
        int red = (pixel >> 16) + part(part, pixel >> 8) & 0xFF;
        int blue = pixel + part(part >> 8, pixel >> 8) + part(part >> 16, red) & 0xFF;
        pixels[y * width + x] = (pixel & 0xFF00FF00) | red << 16 | blue;
      }
    }
  }

  /** Both are signed bytes; the part is of 32. */
  private static int part(int part, int of) {
    return ((byte) part * (byte) of) >> 5;
  }
}
