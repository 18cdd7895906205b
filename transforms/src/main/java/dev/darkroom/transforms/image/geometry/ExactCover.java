package dev.darkroom.transforms.image.geometry;

import com.google.auto.value.AutoValue;
import dev.darkroom.transforms.image.spec.ImageSpec;

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

  /** The cover of a spec's box by an image of the given size. */
  public static ExactCover of(int width, int height, ImageSpec spec) {
    long boxWidth = spec.width();
    long boxHeight = spec.height();
    boolean byWidth = width * boxHeight < height * boxWidth;
    int newWidth = (int) (byWidth ? boxWidth : width * boxHeight / height);
    int newHeight = (int) (byWidth ? height * boxWidth / width : boxHeight);
    return new AutoValue_ExactCover(
        newWidth, newHeight, Crop.centred(spec.width(), spec.height(), newWidth, newHeight));
  }
}
