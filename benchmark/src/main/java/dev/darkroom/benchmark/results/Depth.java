package dev.darkroom.benchmark.results;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How far an image gets. Each depth includes those before it. */
public enum Depth {
  /** Its bytes are in memory; a record's checksums are compared. */
  BYTES,
  /** The encoded image is at hand: taken out of its record, where it is in one. */
  PARSE,
  /** The pixels are. */
  DECODE,
  /** The pixels are, in the size asked for. */
  RESIZE;

  /** The name in files and on the command line. */
  @JsonValue
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
