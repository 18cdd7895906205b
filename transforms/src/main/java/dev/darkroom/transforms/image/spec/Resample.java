package dev.darkroom.transforms.image.spec;

/** How pixels of one size are made of pixels of another. */
public enum Resample {
  /** The mean of the area that a pixel covers; bilinear along an axis that grows. */
  AREA,
  /** Between the two nearest pixels on each axis, with half-pixel centres and no antialiasing. */
  BILINEAR
}
