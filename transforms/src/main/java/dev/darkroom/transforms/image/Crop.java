package dev.darkroom.transforms.image;

import com.google.auto.value.AutoValue;

/** A rectangle of whole pixels; x grows to the right, y downwards, from the top left corner. */
@AutoValue
abstract class Crop {
  abstract int x();

  abstract int y();

  abstract int width();

  abstract int height();

  static Crop of(int x, int y, int width, int height) {
    return new AutoValue_Crop(x, y, width, height);
  }

  /**
   * The largest centred part of a source that has the target's aspect ratio, to the nearest pixel
   * and at least one pixel; where it cannot be centred exactly, it lies half a pixel further left
   * or up.
   */
  static Crop cover(int sourceWidth, int sourceHeight, int targetWidth, int targetHeight) {
    long across = (long) sourceWidth * targetHeight;
    long down = (long) sourceHeight * targetWidth;
    int width = across > down ? divide(down, targetHeight) : sourceWidth;
    int height = across > down ? sourceHeight : divide(across, targetWidth);
    return of((sourceWidth - width) / 2, (sourceHeight - height) / 2, width, height);
  }

  private static int divide(long dividend, int divisor) {
    return (int) Math.max(1, (dividend + divisor / 2) / divisor);
  }
}
