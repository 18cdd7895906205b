package dev.darkroom.transforms.tfrecord.format;

import java.io.IOException;

/** The text of a shard's index is not one; the message begins with the line's number. */
public final class CorruptIndexException extends IOException {
  private final int line;

  CorruptIndexException(int line, String problem) {
    super("line " + line + ": " + problem);
    this.line = line;
  }

  /** The offending line, from 1. */
  public int line() {
    return line;
  }
}
