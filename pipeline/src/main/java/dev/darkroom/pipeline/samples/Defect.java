package dev.darkroom.pipeline.samples;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;

/** What is wrong with a file that calls itself a JPEG. */
enum Defect {
  TRUNCATED("half-downloaded") {
    @Override
    byte[] damage(byte[] jpeg) {
      return Arrays.copyOf(jpeg, jpeg.length / 2);
    }
  },
  EMPTY("zero-bytes") {
    @Override
    byte[] damage(byte[] jpeg) {
      return new byte[0];
    }
  },
  TEXT("not-a-picture") {
    @Override
    byte[] damage(byte[] jpeg) {
      return "404 Not Found: the picture you asked for has moved.\n".getBytes(US_ASCII);
    }
  };

  private final String stem;

  Defect(String stem) {
    this.stem = stem;
  }

  /** The file's name without number and extension. */
  String stem() {
    return stem;
  }

  abstract byte[] damage(byte[] jpeg);
}
