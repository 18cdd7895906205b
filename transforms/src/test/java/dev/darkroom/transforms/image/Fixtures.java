package dev.darkroom.transforms.image;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The files that make_images.py and make_format_images.py write. */
public final class Fixtures {
  private Fixtures() {}

  /** One of make_images.py, or where its name says so, {@code formats/...}, of the other. */
  public static byte[] bytes(String name) {
    String path = name.startsWith("formats/") ? name : "images/" + name;
    try (InputStream in = Fixtures.class.getResourceAsStream("/" + path)) {
      if (in == null) {
        throw new IllegalArgumentException("no fixture " + name);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
