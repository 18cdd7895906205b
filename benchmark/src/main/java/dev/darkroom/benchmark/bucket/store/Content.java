package dev.darkroom.benchmark.bucket.store;

import java.io.IOException;

/** The bytes of one or more objects; they never change. Thread-safe. */
public interface Content {
  /** How many bytes there are. */
  long size();

  /**
   * Begins to read.
   *
   * @throws IOException if the bytes cannot be had, or are no longer those that were announced
   */
  Reading open() throws IOException;

  /** One more object has these bytes. */
  default void retain() {}

  /** One object less has them; after the last one they may go. */
  default void release() {}

  /** Bytes being read; used by one thread at a time. */
  interface Reading extends AutoCloseable {
    /** Some of the bytes from a place on, as Netty writes them: a buffer, or a region of a file. */
    Object piece(long from, int atMost);

    @Override
    void close() throws IOException;
  }
}
