package dev.darkroom.transforms.tfrecord.format;

import java.io.IOException;

/** A TFRecord file is damaged; the message says which record, where, and what is wrong. */
public final class CorruptRecordException extends IOException {
  private final long index;
  private final long offset;
  private final String problem;

  CorruptRecordException(long index, long offset, String problem) {
    super("record " + index + " at byte " + offset + ": " + problem);
    this.index = index;
    this.offset = offset;
    this.problem = problem;
  }

  /** Number of the damaged record in its file, from 0. */
  public long index() {
    return index;
  }

  /** Where the damaged record's length field begins, in bytes from the start of the channel. */
  public long offset() {
    return offset;
  }

  /** What is wrong, without the place. */
  public String problem() {
    return problem;
  }
}
