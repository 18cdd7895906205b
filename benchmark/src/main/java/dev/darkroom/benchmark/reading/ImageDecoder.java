package dev.darkroom.benchmark.reading;

import java.io.IOException;

/** Makes pixels of encoded images; both formats go through the same one. Thread-safe. */
interface ImageDecoder {
  /** Pixels, wherever they are kept. */
  interface Pixels extends AutoCloseable {
    long width();

    long height();

    /** Width times height. */
    default long count() {
      return width() * height();
    }

    /** The same image in another size; the original stays open. */
    Pixels resize(int width, int height);

    @Override
    void close();
  }

  /**
   * Decodes to 8-bit RGB.
   *
   * @throws IOException if the bytes are no image that can be decoded
   */
  Pixels decode(byte[] encoded) throws IOException;
}
