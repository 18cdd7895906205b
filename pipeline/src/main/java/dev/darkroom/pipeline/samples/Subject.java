package dev.darkroom.pipeline.samples;

import java.util.Locale;

/** The classes of the collection. */
enum Subject {
  CLOUDS(new CloudPainter()),
  LEAVES(new LeafPainter()),
  MOUNTAINS(new MountainPainter()),
  PEBBLES(new PebblePainter()),
  WAVES(new WavePainter());

  private final Painter painter;

  Subject(Painter painter) {
    this.painter = painter;
  }

  Painter painter() {
    return painter;
  }

  /** The folder's name, and so the label. */
  String folder() {
    return name().toLowerCase(Locale.ROOT);
  }
}
