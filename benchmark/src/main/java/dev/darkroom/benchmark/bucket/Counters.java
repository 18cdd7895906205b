package dev.darkroom.benchmark.bucket;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/** Counts requests as they come and go. Thread-safe. */
final class Counters {
  private final Map<RequestKind, Map<Outcome, LongAdder>> requests =
      new EnumMap<>(RequestKind.class);
  private final LongAdder sent = new LongAdder();
  private final LongAdder received = new LongAdder();
  private final AtomicInteger underWay = new AtomicInteger();
  private final AtomicInteger mostAtOnce = new AtomicInteger();

  Counters() {
    for (RequestKind kind : RequestKind.values()) {
      Map<Outcome, LongAdder> outcomes = new EnumMap<>(Outcome.class);
      for (Outcome outcome : Outcome.values()) {
        outcomes.put(outcome, new LongAdder());
      }
      requests.put(kind, outcomes);
    }
  }

  void began() {
    mostAtOnce.accumulateAndGet(underWay.incrementAndGet(), Math::max);
  }

  void ended() {
    underWay.decrementAndGet();
  }

  void add(RequestKind kind, Outcome outcome) {
    requests.get(kind).get(outcome).increment();
  }

  void sent(long bytes) {
    sent.add(bytes);
  }

  void received(long bytes) {
    received.add(bytes);
  }

  RequestCounts snapshot() {
    Map<RequestKind, Map<Outcome, Long>> counts = new EnumMap<>(RequestKind.class);
    requests.forEach(
        (kind, outcomes) ->
            outcomes.forEach(
                (outcome, adder) -> {
                  if (adder.sum() > 0) {
                    counts
                        .computeIfAbsent(kind, key -> new EnumMap<>(Outcome.class))
                        .put(outcome, adder.sum());
                  }
                }));
    return new RequestCounts(counts, sent.sum(), received.sum(), mostAtOnce.get());
  }
}
