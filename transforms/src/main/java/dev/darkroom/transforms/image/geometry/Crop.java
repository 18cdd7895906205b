package dev.darkroom.transforms.image.geometry;

import com.google.auto.value.AutoValue;
import dev.darkroom.transforms.image.source.Orientation;

/** A rectangle of whole pixels; x grows to the right, y downwards, from the top left corner. */
@AutoValue
public abstract class Crop {
  Crop() {}

  /** Columns left of it. */
  public abstract int x();

  /** Rows above it. */
  public abstract int y();

  /** In pixels. */
  public abstract int width();

  /** In pixels. */
  public abstract int height();

  /** A rectangle. */
  public static Crop of(int x, int y, int width, int height) {
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
    return centred(width, height, sourceWidth, sourceHeight);
  }

  /** A centred part of a larger rectangle, with an odd pixel left over at the right or below. */
  static Crop centred(int width, int height, int outerWidth, int outerHeight) {
    return of((outerWidth - width) / 2, (outerHeight - height) / 2, width, height);
  }

  /** This rectangle of the shown image, in the stored image of the given size. */
  Crop toStored(Orientation orientation, int storedWidth, int storedHeight) {
    Crop c = orientation.transposes() ? of(y(), x(), height(), width()) : this;
    return of(
        orientation.reversesX() ? storedWidth - c.x() - c.width() : c.x(),
        orientation.reversesY() ? storedHeight - c.y() - c.height() : c.y(),
        c.width(),
        c.height());
  }

  private static int divide(long dividend, int divisor) {
    return (int) Math.max(1, (dividend + divisor / 2) / divisor);
  }
}
