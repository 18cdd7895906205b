package dev.darkroom.pipeline.samples;

/** Curves that need no transcendental function, so that every platform draws the same pixels. */
final class Curves {
  private Curves() {}

  static double clamp(double value) {
    return value < 0 ? 0 : Math.min(value, 1);
  }

  /** From 0 at {@code from} to 1 at {@code to}, flat at both ends; {@code from} may be greater. */
  static double smooth(double from, double to, double value) {
    double t = clamp((value - from) / (to - from));
    return t * t * (3 - 2 * t);
  }

  /** A bell: 1 at 0, a quarter at {@code width}, never quite 0. */
  static double glow(double distance, double width) {
    double ratio = distance / width;
    double half = 1 / (1 + ratio * ratio);
    return half * half;
  }

  static double between(double low, double high, double share) {
    return low + (high - low) * share;
  }
}
