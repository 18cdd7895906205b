package dev.darkroom.transforms.image.geometry;

import com.google.auto.value.AutoValue;
import dev.darkroom.transforms.image.spec.ImageSpec;
import dev.darkroom.transforms.rejection.Reason;
import dev.darkroom.transforms.rejection.RejectedException;

/**
 * Which part of a shown image becomes which part of the output. Sizes follow from the shown image
 * alone, never from how it is decoded.
 */
@AutoValue
public abstract class Layout {
  Layout() {}

  abstract int shownWidth();

  abstract int shownHeight();

  /** The part of the shown image that is used. */
  public abstract Crop source();

  /** Where on the output that part lies, at its new size; the rest is background. */
  public abstract Crop picture();

  /** Of the output, in pixels. */
  public abstract int width();

  /** Of the output, in pixels. */
  public abstract int height();

  /** Whether there is background beside the picture. */
  public boolean padded() {
    return picture().width() != width() || picture().height() != height();
  }

  /** Whether the output is the shown image, pixel for pixel. */
  public boolean keepsAll() {
    return source().width() == shownWidth()
        && source().height() == shownHeight()
        && picture().width() == shownWidth()
        && picture().height() == shownHeight()
        && !padded();
  }

  /**
   * The layout of an image of the given size, as the spec's fit says.
   *
   * @throws RejectedException if the output would have more pixels than the spec lets a source have
   */
  public static Layout of(int width, int height, ImageSpec spec) throws RejectedException {
    int boxWidth = spec.width();
    int boxHeight = spec.height();
    double narrow = Math.min((double) boxWidth / width, (double) boxHeight / height);
    switch (spec.fit()) {
      case COVER:
        boolean grows = boxWidth > width || boxHeight > height;
        if (grows && !spec.enlarge()) {
          int keptWidth = Math.min(width, boxWidth);
          int keptHeight = Math.min(height, boxHeight);
          Crop kept = Crop.centred(keptWidth, keptHeight, width, height);
          return of(width, height, kept, keptWidth, keptHeight);
        }
        Crop cover = Crop.cover(width, height, boxWidth, boxHeight);
        return of(width, height, cover, boxWidth, boxHeight);
      case CONTAIN:
        Layout inside = scaled(width, height, narrow, spec);
        return new AutoValue_Layout(
            width,
            height,
            inside.source(),
            Crop.centred(inside.width(), inside.height(), boxWidth, boxHeight),
            boxWidth,
            boxHeight);
      case INSIDE:
        return scaled(width, height, narrow, spec);
      case STRETCH:
        return whole(
            width,
            height,
            spec.enlarge() ? boxWidth : Math.min(width, boxWidth),
            spec.enlarge() ? boxHeight : Math.min(height, boxHeight));
      case SHORTEST:
        double shortest = (double) Math.min(boxWidth, boxHeight) / Math.min(width, height);
        return scaled(width, height, shortest, spec);
      case LONGEST:
        double longest = (double) Math.max(boxWidth, boxHeight) / Math.max(width, height);
        return scaled(width, height, longest, spec);
      case NONE:
        return whole(width, height, width, height);
    }
    throw new AssertionError(spec.fit());
  }

  private static Layout scaled(int width, int height, double scale, ImageSpec spec)
      throws RejectedException {
    double applied = spec.enlarge() ? scale : Math.min(1, scale);
    long newWidth = Math.max(1, Math.round(width * applied));
    long newHeight = Math.max(1, Math.round(height * applied));
    if (Math.max(newWidth, newHeight) > ImageSpec.MAX_SIDE
        || newWidth * newHeight > spec.maxPixels()) {
      throw new RejectedException(
          Reason.TOO_MANY_PIXELS,
          String.format(
              "%dx%d pixels would become %dx%d, more than %d or a side of more than %d",
              width, height, newWidth, newHeight, spec.maxPixels(), ImageSpec.MAX_SIDE));
    }
    return whole(width, height, (int) newWidth, (int) newHeight);
  }

  private static Layout whole(int width, int height, int newWidth, int newHeight) {
    return of(width, height, Crop.of(0, 0, width, height), newWidth, newHeight);
  }

  private static Layout of(int width, int height, Crop source, int newWidth, int newHeight) {
    return new AutoValue_Layout(
        width, height, source, Crop.of(0, 0, newWidth, newHeight), newWidth, newHeight);
  }
}
