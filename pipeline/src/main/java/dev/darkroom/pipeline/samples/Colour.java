package dev.darkroom.pipeline.samples;

/** A colour of three intensities, 0 (none) to 1 (full); brighter is allowed until development. */
final class Colour {
  final float red;
  final float green;
  final float blue;

  Colour(double red, double green, double blue) {
    this.red = (float) red;
    this.green = (float) green;
    this.blue = (float) blue;
  }

  static Colour hex(int rgb) {
    return new Colour((rgb >> 16 & 255) / 255.0, (rgb >> 8 & 255) / 255.0, (rgb & 255) / 255.0);
  }

  /** This at {@code share} 0, {@code other} at 1. */
  Colour mix(Colour other, double share) {
    double rest = 1 - share;
    return new Colour(
        rest * red + share * other.red,
        rest * green + share * other.green,
        rest * blue + share * other.blue);
  }

  Colour times(double factor) {
    return new Colour(factor * red, factor * green, factor * blue);
  }

  Colour plus(Colour other, double share) {
    return new Colour(
        red + share * other.red, green + share * other.green, blue + share * other.blue);
  }
}
