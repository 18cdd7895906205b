package dev.darkroom.transforms.image.source;

/** What the samples of a source's pixels stand for. */
public enum Colour {
  /** One sample. */
  GREY(1),
  /** Red, green and blue, or what is made into them without further knowledge: YCbCr, a palette. */
  RGB(3),
  /** Cyan, magenta, yellow and black, or YCCK. */
  CMYK(4);

  private final int samples;

  Colour(int samples) {
    this.samples = samples;
  }

  /** How many samples a pixel has. */
  int samples() {
    return samples;
  }

  static Colour ofComponents(int components) {
    return components == 1 ? GREY : components == 3 ? RGB : CMYK;
  }
}
