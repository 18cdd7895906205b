package dev.darkroom.benchmark.bucket;

import dev.darkroom.benchmark.bucket.conditions.Regime;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;

/** What all connections of a bucket share. Thread-safe. */
final class Service {
  private final BucketApi api;
  private final Counters counters;
  private final Executor workers;
  private final AtomicReference<Throwable> failure = new AtomicReference<>();
  private volatile Regime regime;

  /**
   * @param workers for what may take longer than a connection's thread should be kept from others
   */
  Service(BucketApi api, Counters counters, Executor workers, Regime regime) {
    this.api = api;
    this.counters = counters;
    this.workers = workers;
    this.regime = regime;
  }

  BucketApi api() {
    return api;
  }

  Counters counters() {
    return counters;
  }

  Executor workers() {
    return workers;
  }

  Regime regime() {
    return regime;
  }

  void setRegime(Regime regime) {
    this.regime = regime;
  }

  /** Remembers what should never have happened. */
  void failed(Throwable t) {
    failure.compareAndSet(null, t);
  }

  Optional<Throwable> failure() {
    return Optional.ofNullable(failure.get());
  }
}
