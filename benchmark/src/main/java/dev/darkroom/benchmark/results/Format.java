package dev.darkroom.benchmark.results;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How the images are stored. */
public enum Format {
  /** One file each. */
  RAW,
  /** Records of uncompressed shards. */
  TFRECORD,
  /** Records of shards that are gzip streams. */
  TFRECORD_GZIP;

  /** The name in files and on the command line. */
  @JsonValue
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
