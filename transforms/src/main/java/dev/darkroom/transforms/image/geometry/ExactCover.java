package dev.darkroom.transforms.image.geometry;

import com.google.auto.value.AutoValue;
import dev.darkroom.transforms.image.spec.ImageSpec;
import dev.darkroom.transforms.rejection.Reason;
import dev.darkroom.transforms.rejection.RejectedException;

/**
 * Cover as the notebooks do it that this tool replaces: the whole image is resized until it covers
 * the box, fractions of pixels dropped, and then cut.
 */
@AutoValue
public abstract class ExactCover {
  ExactCover() {}

  /** Of the resized image, in pixels. */
  public abstract int width();

  /** Of the resized image, in pixels. */
  public abstract int height();

  /** The part of the resized image that is kept. */
  public abstract Crop window();

  /**
   * The cover of a spec's box by an image of the given size.
   *
   * @throws RejectedException if the resized image, whose samples are four bytes, would take more
   *     memory than the largest source may, before it is cut
   */
  public static ExactCover of(int width, int height, ImageSpec spec) throws RejectedException {
    long boxWidth = spec.width();
    long boxHeight = spec.height();
    boolean byWidth = width * boxHeight < height * boxWidth;
    long newWidth = byWidth ? boxWidth : width * boxHeight / height;
    long newHeight = byWidth ? height * boxWidth / width : boxHeight;
    long most = Math.max(boxWidth * boxHeight, spec.maxPixels() / Float.BYTES);
    if (newWidth * newHeight > most) {
      throw new RejectedException(
          Reason.TOO_MANY_PIXELS,
          String.format(
              "%dx%d pixels would become %dx%d before they are cut, more than %d",
              width, height, newWidth, newHeight, most));
    }
    Crop window = Crop.centred(spec.width(), spec.height(), (int) newWidth, (int) newHeight);
    return new AutoValue_ExactCover((int) newWidth, (int) newHeight, window);
  }
}
