package dev.darkroom.transforms.example;

import dev.darkroom.transforms.image.EncodedImage;
import dev.darkroom.transforms.image.StoredImage;
import dev.darkroom.transforms.rejection.RejectedException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The one image of the golden records, see make_examples.py, and what they say of it. */
final class Examples {
  static final List<String> LABELS = List.of("asters", "roses", "tulips", "violets");
  static final String KEY = "tulips/tiny цветок.jpg";
  static final int WIDTH = 16;
  static final int HEIGHT = 12;

  private Examples() {}

  static LabelledImage tulip() {
    return LabelledImage.of(image("images/tiny.jpg"), KEY, "tulips", 2, LABELS.size());
  }

  static EncodedImage image(String name) {
    try {
      return StoredImage.decode(resource(name));
    } catch (RejectedException e) {
      throw new AssertionError(e);
    }
  }

  static byte[] resource(String name) {
    try (InputStream in = Examples.class.getResourceAsStream("/" + name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
