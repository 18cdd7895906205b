package dev.darkroom.transforms.image.webp;

/** Red and blue less green. */
final class GreenDifference implements Transform {
  @Override
  public void undo(int[] pixels) {
    for (int i = 0; i < pixels.length; i++) {
      int pixel = pixels[i];
      int green = pixel >> 8 & 0xFF;
      pixels[i] =
          (pixel & 0xFF00FF00) | ((pixel & 0x00FF00FF) + (green << 16 | green) & 0x00FF00FF);
    }
  }
}
