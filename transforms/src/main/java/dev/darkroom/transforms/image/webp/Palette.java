package dev.darkroom.transforms.image.webp;

import dev.darkroom.transforms.rejection.RejectedException;

/** Green as the number of a colour; of few colours, several numbers in one green. */
final class Palette implements Transform {
  private final int width;
  private final int height;
  private final int[] colours;

  Palette(CodedBits bits, int width, int height) throws RejectedException {
    this.width = width;
    this.height = height;
    colours = CodedImage.of(bits, bits.read(8) + 1, 1);
    for (int i = 1; i < colours.length; i++) {
      colours[i] = Prediction.sum(colours[i], colours[i - 1]);
    }
  }

  /** The width of the image of numbers. */
  int packedWidth() {
    return CodedImage.blocks(width, packing());
  }

  private int packing() {
    int count = colours.length;
    return count <= 2 ? 3 : count <= 4 ? 2 : count <= 16 ? 1 : 0;
  }

  /** From the end, so that nothing is overwritten before it was used. What has no colour is 0. */
  @Override
  public void undo(int[] pixels) {
    int packing = packing();
    int packed = packedWidth();
    int depth = 8 >> packing;
    for (int y = height - 1; y >= 0; y--) {
      for (int x = width - 1; x >= 0; x--) {
        int green = pixels[y * packed + (x >> packing)] >> 8 & 0xFF;
        int place = x & ((1 << packing) - 1);
        int number = green >> (place * depth) & ((1 << depth) - 1);
        pixels[y * width + x] = number < colours.length ? colours[number] : 0;
      }
    }
  }
}
