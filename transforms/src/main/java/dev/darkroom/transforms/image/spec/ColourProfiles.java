package dev.darkroom.transforms.image.spec;

/** What becomes of colours whose file says, by an ICC profile, that they are not sRGB. */
public enum ColourProfiles {
  /** The samples are taken as they are, as TensorFlow, Pillow and OpenCV do. */
  IGNORE,
  /** The samples are converted to sRGB. */
  CONVERT
}
