package dev.darkroom.pipeline.plan;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a project may have at one time, as far as told. Immutable. */
final class Quotas {
  static final String VCPUS = "vcpus";
  static final String ADDRESSES = "in_use_addresses";
  static final String SSD = "ssd_gb";
  static final String STANDARD_DISK = "standard_disk_gb";
  static final ImmutableSet<String> KEYS = ImmutableSet.of(VCPUS, ADDRESSES, SSD, STANDARD_DISK);

  private final ImmutableMap<String, Double> most;

  Quotas(Map<String, Double> most) {
    this.most = ImmutableMap.copyOf(most);
  }

  /** What a shape takes beyond them, a message each. */
  List<String> exceededBy(Shape shape) {
    List<String> exceeded = new ArrayList<>();
    shape
        .takes()
        .forEach(
            (key, taken) -> {
              Double allowed = most.get(key);
              if (allowed != null && taken > allowed) {
                exceeded.add(
                    String.format(
                        "the shape takes %.0f %s, %.0f are allowed", taken, key, allowed));
              }
            });
    return exceeded;
  }

  /** The quotas of which nothing was told. */
  List<String> untold() {
    List<String> untold = new ArrayList<>(KEYS);
    untold.removeAll(most.keySet());
    return untold;
  }
}
