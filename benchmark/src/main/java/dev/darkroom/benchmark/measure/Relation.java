package dev.darkroom.benchmark.measure;

import java.util.Locale;

/** What the raw files and the records of a run have to do with each other. */
enum Relation {
  /** The records hold the files' own bytes. */
  SAME_BYTES,
  /** The records were made from the files, and hold other bytes: resized, encoded again. */
  SAME_NAMES,
  /** Nothing is known, or only one of them is there. */
  UNRELATED;

  /** In a few words. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
