package dev.darkroom.transforms.image.source;

/** What the samples of a source's pixels stand for. */
public enum Colour {
  /** One sample. */
  GREY,
  /** Red, green and blue, or what is made into them without further knowledge: YCbCr, a palette. */
  RGB,
  /** Cyan, magenta, yellow and black, or YCCK. */
  CMYK;

  static Colour ofComponents(int components) {
    return components == 1 ? GREY : components == 3 ? RGB : CMYK;
  }
}
