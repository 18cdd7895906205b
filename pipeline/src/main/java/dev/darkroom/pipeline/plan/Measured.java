package dev.darkroom.pipeline.plan;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.google.auto.value.AutoValue;

/** What was measured on this machine. Immutable. */
@AutoValue
abstract class Measured {
  /** Processor time that all images together will take. */
  @JsonProperty
  abstract double cpuSeconds();

  /** This machine's processors, all of which converted. */
  @JsonProperty
  abstract int processors();

  /** The most memory this process has had resident. */
  @JsonProperty
  abstract long peakBytes();

  /** From the start of this process to the end of the listing. */
  @JsonProperty
  abstract double startUpSeconds();

  static Measured of(double cpuSeconds, int processors, long peakBytes, double startUpSeconds) {
    return new AutoValue_Measured(cpuSeconds, processors, peakBytes, startUpSeconds);
  }
}
