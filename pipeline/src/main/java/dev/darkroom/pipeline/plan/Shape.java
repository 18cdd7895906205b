package dev.darkroom.pipeline.plan;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableMap;

/** The machines that are planned for. Immutable. */
@AutoValue
@JsonPropertyOrder({"runner", "workers", "workerVcpus", "workerMemoryGb", "masterVcpus"})
abstract class Shape {
  /** The runner's class, without its package. */
  @JsonProperty
  abstract String runner();

  /** Machines that convert. */
  @JsonProperty
  abstract int workers();

  @JsonProperty
  abstract int workerVcpus();

  @JsonProperty
  abstract double workerMemoryGb();

  /** Processors of one more machine that does not convert; 0 if there is none. */
  @JsonProperty
  abstract int masterVcpus();

  abstract int diskGb();

  abstract boolean ssd();

  abstract boolean externalAddresses();

  static Builder builder() {
    return new AutoValue_Shape.Builder();
  }

  final int vcpus() {
    return workers() * workerVcpus() + masterVcpus();
  }

  /** A master's memory is in the same proportion to its processors as a worker's. */
  final double memoryGb() {
    return vcpus() * workerMemoryGb() / workerVcpus();
  }

  /** What of each quota it takes. */
  final ImmutableMap<String, Double> takes() {
    int machines = workers() + (masterVcpus() > 0 ? 1 : 0);
    double disk = (double) machines * diskGb();
    return ImmutableMap.of(
        Quotas.VCPUS,
        (double) vcpus(),
        Quotas.ADDRESSES,
        externalAddresses() ? (double) machines : 0,
        Quotas.SSD,
        ssd() ? disk : 0,
        Quotas.STANDARD_DISK,
        ssd() ? 0 : disk);
  }

  @AutoValue.Builder
  abstract static class Builder {
    abstract Builder runner(String runner);

    abstract Builder workers(int count);

    abstract Builder workerVcpus(int count);

    abstract Builder workerMemoryGb(double gb);

    abstract Builder masterVcpus(int count);

    abstract Builder diskGb(int gb);

    abstract Builder ssd(boolean ssd);

    abstract Builder externalAddresses(boolean external);

    abstract Shape build();
  }
}
