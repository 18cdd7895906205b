package dev.darkroom.benchmark.bucket.store;

import java.util.Optional;

/** What must hold of the object that has a name now, for the name to be changed. */
@FunctionalInterface
public interface Condition<E extends Exception> {
  /**
   * Demands it.
   *
   * @throws E if it does not hold
   */
  void check(Optional<StoredObject> current) throws E;
}
