package dev.darkroom.transforms.image;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;

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

  /** A JPEG with a comment of 32 kB in front. */
  public static byte[] longJpeg(byte[] jpeg) {
    return ByteBuffer.allocate(jpeg.length + 0x8002)
        .put(jpeg, 0, 2)
        .putShort((short) 0xFFFE)
        .putShort((short) 0x8000)
        .position(2 + 0x8002)
        .put(jpeg, 2, jpeg.length - 2)
        .array();
  }
}
