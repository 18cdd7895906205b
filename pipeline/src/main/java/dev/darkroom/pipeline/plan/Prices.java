package dev.darkroom.pipeline.plan;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.Map;

/** What the user pays for each unit. Immutable. */
final class Prices {
  static final String CURRENCY = "currency";
  static final String VCPU_HOUR = "vcpu_hour";
  static final String MEMORY_GB_HOUR = "memory_gb_hour";
  static final String CLASS_A = "class_a_per_1000";
  static final String CLASS_B = "class_b_per_1000";
  static final String EGRESS_GB = "egress_gb";
  static final ImmutableSet<String> KEYS =
      ImmutableSet.of(VCPU_HOUR, MEMORY_GB_HOUR, CLASS_A, CLASS_B, EGRESS_GB);

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
        hours * shape.vcpus() * perUnit.get(VCPU_HOUR),
        "memory",
        hours * shape.memoryGb() * perUnit.get(MEMORY_GB_HOUR),
        "requests",
        (requests.classA() * perUnit.get(CLASS_A) + requests.classB() * perUnit.get(CLASS_B))
            / 1000,
        "egress",
        egress / 1e9 * perUnit.get(EGRESS_GB));
  }
}
