package dev.darkroom.transforms.image.spec;

/** How much of the colour a stored JPEG keeps. */
public enum ChromaSubsampling {
  /** 4:4:4, all of it. */
  NONE,
  /** 4:2:0, a sample for two by two pixels. */
  HALVED
}
