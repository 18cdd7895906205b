package dev.darkroom.benchmark.reader;

import java.io.IOException;

/** A way to read all records of a file in one thread, and to check their checksums. */
interface Contender {
  /** What it is called in the table. */
  String name();

  /**
   * Reads the file from front to back.
   *
   * @param uri an absolute local path
   */
  Reading read(String uri) throws IOException;
}
