package dev.darkroom.benchmark.bucket.store;

import java.io.IOException;
import java.nio.file.Path;

/** A file of the folder is no longer what it was when the bucket was opened. */
public final class ContentChangedException extends IOException {
  ContentChangedException(Path file) {
    super(file + " has changed since the bucket was opened");
  }
}
