package dev.darkroom.transforms.image.geometry;

import dev.darkroom.transforms.image.spec.ImageSpec;
import dev.darkroom.transforms.rejection.Reason;
import dev.darkroom.transforms.rejection.RejectedException;

/** Leaves out images whose size makes them useless for training. */
public final class SizeFilter {
  private final int minSize;
  private final double maxAspect;

  /** A filter by the spec's smallest size and largest aspect ratio. */
  public SizeFilter(ImageSpec spec) {
    this.minSize = spec.minSize();
    this.maxAspect = spec.maxAspect();
  }

  /**
   * Lets an image of this size pass.
   *
   * @throws RejectedException if it is too small or too long
   */
  public void check(int width, int height) throws RejectedException {
    int shorter = Math.min(width, height);
    int longer = Math.max(width, height);
    if (shorter < minSize) {
      throw new RejectedException(
          Reason.TOO_SMALL,
          String.format("%dx%d pixels, and the shorter side must have %d", width, height, minSize));
    }
    if ((double) longer / shorter > maxAspect) {
      throw new RejectedException(
          Reason.TOO_LONG,
          String.format(
              "%dx%d pixels, an aspect ratio of %.2f, more than %s",
              width, height, (double) longer / shorter, maxAspect));
    }
  }
}
