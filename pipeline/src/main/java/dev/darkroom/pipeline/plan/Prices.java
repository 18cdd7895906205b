package dev.darkroom.pipeline.plan;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.Map;

/**
 * What the user pays for each unit, in files that the benchmark's report reads as well. Immutable.
 */
final class Prices {
  static final String CURRENCY = "currency";
  static final String VCPU_PER_HOUR = "vcpu_per_hour";
  static final String MEMORY_GB_PER_HOUR = "memory_gb_per_hour";
  static final String CLASS_A = "class_a_per_10000";
  static final String CLASS_B = "class_b_per_10000";
  static final String EGRESS_PER_GB = "egress_per_gb";
  static final ImmutableSet<String> KEYS =
      ImmutableSet.of(VCPU_PER_HOUR, MEMORY_GB_PER_HOUR, CLASS_A, CLASS_B, EGRESS_PER_GB);

  /** What files tell for the benchmark's report alone. */
  static final ImmutableSet<String> OF_REPORTS =
      ImmutableSet.of("storage_per_gb_month", "worker_per_hour", "images", "months", "conversion");

  private final String currency;
  private final ImmutableMap<String, Double> perUnit;

  /**
   * @param perUnit a price for each of {@link #KEYS}
   */
  Prices(String currency, Map<String, Double> perUnit) {
    this.currency = currency;
    this.perUnit = ImmutableMap.copyOf(perUnit);
  }

  String currency() {
    return currency;
  }

  /** What a run costs, by what it is for; disks and storage are not in it. */
  ImmutableMap<String, Double> bill(double hours, Shape shape, Requests requests, long egress) {
    return ImmutableMap.of(
        "vcpus",
        hours * shape.vcpus() * perUnit.get(VCPU_PER_HOUR),
        "memory",
        hours * shape.memoryGb() * perUnit.get(MEMORY_GB_PER_HOUR),
        "requests",
        (requests.classA() * perUnit.get(CLASS_A) + requests.classB() * perUnit.get(CLASS_B))
            / 10_000,
        "egress",
        egress / 1e9 * perUnit.get(EGRESS_PER_GB));
  }
}
