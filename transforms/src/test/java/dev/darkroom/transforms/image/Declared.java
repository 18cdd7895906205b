package dev.darkroom.transforms.image;

import java.nio.ByteBuffer;

/** Forges the size that a file's header declares. */
final class Declared {
  private static final int PNG_SIZE = 16;

  private Declared() {}

  static byte[] size(byte[] image, int width, int height) {
    byte[] forged = image.clone();
    ByteBuffer buffer = ByteBuffer.wrap(forged);
    if (isPng(image)) {
      buffer.putInt(PNG_SIZE, width).putInt(PNG_SIZE + 4, height);
    } else {
      buffer.putShort(frame(image) + 5, (short) height).putShort(frame(image) + 7, (short) width);
    }
    return forged;
  }

  /** Just behind the chunk or segment that declares the size. */
  static int endOfSize(byte[] image) {
    return isPng(image) ? PNG_SIZE + 13 + 4 : frame(image) + 2 + 17;
  }

  private static boolean isPng(byte[] image) {
    return image[0] == (byte) 0x89;
  }

  private static int frame(byte[] jpeg) {
    int at = 2;
    while (jpeg[at + 1] != (byte) 0xC0 && jpeg[at + 1] != (byte) 0xC2) {
      at += 2 + ((jpeg[at + 2] & 0xFF) << 8 | (jpeg[at + 3] & 0xFF));
    }
    return at;
  }
}
