package dev.darkroom.pipeline.samples;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Optional;
import java.util.Random;

/** One file of the collection: everything about it but its pixels, which are painted on demand. */
final class Sample {
  private final Subject subject;
  private final String name;
  private final long seed;
  private final int width;
  private final int height;
  private final Orientation orientation;
  private final Optional<Defect> defect;

  Sample(
      Subject subject,
      String name,
      long seed,
      int width,
      int height,
      Orientation orientation,
      Optional<Defect> defect) {
    this.subject = subject;
    this.name = name;
    this.seed = seed;
    this.width = width;
    this.height = height;
    this.orientation = orientation;
    this.defect = defect;
  }

  Subject subject() {
    return subject;
  }

  /** The file's name in its subject's folder; the extension says the format. */
  String name() {
    return name;
  }

  /** As seen upright, in pixels. */
  int width() {
    return width;
  }

  /** As seen upright, in pixels. */
  int height() {
    return height;
  }

  Orientation orientation() {
    return orientation;
  }

  Optional<Defect> defect() {
    return defect;
  }

  /** Paints and encodes the file. The same pixels everywhere; the same bytes on the same JDK. */
  byte[] bytes() throws IOException {
    Random random = new Random(seed);
    Canvas canvas = new Canvas(width, height);
    subject.painter().paint(canvas, random);
    BufferedImage image = Film.develop(canvas, random);
    if (name.endsWith(".png")) {
      return ImageFile.png(image);
    }
    byte[] jpeg = ImageFile.jpeg(image, orientation);
    return defect.isPresent() ? defect.get().damage(jpeg) : jpeg;
  }
}
