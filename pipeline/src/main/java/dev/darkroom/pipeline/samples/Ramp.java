package dev.darkroom.pipeline.samples;

/** Evenly spaced colours with smooth transitions. Immutable. */
final class Ramp {
  private final Colour[] stops;

  private Ramp(Colour[] stops) {
    this.stops = stops;
  }

  static Ramp of(int... hexes) {
    Colour[] stops = new Colour[hexes.length];
    for (int i = 0; i < hexes.length; i++) {
      stops[i] = Colour.hex(hexes[i]);
    }
    return new Ramp(stops);
  }

  /** The first colour at or below 0, the last at or above 1. */
  Colour at(double place) {
    double scaled = Curves.clamp(place) * (stops.length - 1);
    int stop = Math.min((int) scaled, stops.length - 2);
    return stops[stop].mix(stops[stop + 1], Curves.smooth(0, 1, scaled - stop));
  }
}
