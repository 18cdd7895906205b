package dev.darkroom.benchmark.results;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonKey;
import java.util.Arrays;
import java.util.Locale;

/** What the time of a read goes into; all times are in microseconds. */
public enum Stage {
  /** Opening a file or shard. */
  OPEN,
  /** From there to its first bytes. */
  FIRST_BYTE,
  /** Waiting for the rest of a file's, or a record's, bytes. */
  READ,
  /** Finding a record's bounds and comparing its checksums. */
  CRC,
  /** Taking the image out of its record. */
  PARSE,
  /** Making pixels of the image. */
  DECODE,
  /** Scaling them. */
  RESIZE,
  /** From asking for a batch to having it. */
  BATCH;

  /** The name of the stage's time, in rows and among Beam's metrics: {@code first_byte_micros}. */
  @JsonKey
  public String metric() {
    return name().toLowerCase(Locale.ROOT) + "_micros";
  }

  @JsonCreator
  static Stage withMetric(String metric) {
    return Arrays.stream(values())
        .filter(stage -> stage.metric().equals(metric))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no such stage: " + metric));
  }
}
