package dev.darkroom.transforms.image.geometry;

/** What the decoder leaves for the resampler to do. */
public enum Scaling {
  /** To shrink. */
  SHRINK,
  /** Nothing. */
  SAME,
  /** To enlarge on one axis at least. */
  ENLARGE
}
