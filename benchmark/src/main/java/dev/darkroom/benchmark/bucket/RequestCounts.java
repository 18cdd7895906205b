package dev.darkroom.benchmark.bucket;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a bucket has been asked for up to some moment. Immutable. */
public final class RequestCounts {
  private final Map<RequestKind, Map<Outcome, Long>> counts;
  private final long bytesSent;
  private final long bytesReceived;
  private final int mostAtOnce;

  RequestCounts(
      Map<RequestKind, Map<Outcome, Long>> counts,
      long bytesSent,
      long bytesReceived,
      int mostAtOnce) {
    this.counts = counts;
    this.bytesSent = bytesSent;
    this.bytesReceived = bytesReceived;
    this.mostAtOnce = mostAtOnce;
  }

  /** Requests of all kinds; those in a batch count beside it. */
  public long total() {
    return counts.keySet().stream().mapToLong(this::of).sum();
  }

  /** Requests of one kind. */
  public long of(RequestKind kind) {
    return counts.getOrDefault(kind, Map.of()).values().stream().mapToLong(Long::longValue).sum();
  }

  /** Requests of one kind that ended in one way. */
  public long of(RequestKind kind, Outcome outcome) {
    return counts.getOrDefault(kind, Map.of()).getOrDefault(outcome, 0L);
  }

  /** Requests of all kinds that ended in one way. */
  public long of(Outcome outcome) {
    return counts.keySet().stream().mapToLong(kind -> of(kind, outcome)).sum();
  }

  /** Bytes of responses' bodies. */
  public long bytesSent() {
    return bytesSent;
  }

  /** Bytes of requests' bodies. */
  public long bytesReceived() {
    return bytesReceived;
  }

  /** The largest number of requests under way at one time since the bucket was opened. */
  public int mostAtOnce() {
    return mostAtOnce;
  }

  /** What has come since earlier counts of the same bucket. */
  public RequestCounts since(RequestCounts earlier) {
    Map<RequestKind, Map<Outcome, Long>> difference = new EnumMap<>(RequestKind.class);
    counts.forEach(
        (kind, outcomes) ->
            outcomes.forEach(
                (outcome, count) -> {
                  long more = count - earlier.of(kind, outcome);
                  if (more != 0) {
                    difference
                        .computeIfAbsent(kind, key -> new EnumMap<>(Outcome.class))
                        .put(outcome, more);
                  }
                }));
    return new RequestCounts(
        difference,
        bytesSent - earlier.bytesSent,
        bytesReceived - earlier.bytesReceived,
        mostAtOnce);
  }

  /** One line for people. */
  @Override
  public String toString() {
    List<String> parts = new ArrayList<>();
    counts.forEach((kind, outcomes) -> parts.add(kind + " " + of(kind) + unusual(outcomes)));
    return String.format(
        Locale.ROOT,
        "requests: %s; %.1f MB sent, %.1f MB received, at most %d at once",
        parts.isEmpty() ? "none" : String.join(", ", parts),
        bytesSent / 1e6,
        bytesReceived / 1e6,
        mostAtOnce);
  }

  private static String unusual(Map<Outcome, Long> outcomes) {
    List<String> parts = new ArrayList<>();
    outcomes.forEach(
        (outcome, count) -> {
          if (outcome != Outcome.OK) {
            parts.add(count + " " + outcome);
          }
        });
    return parts.isEmpty() ? "" : " (" + String.join(", ", parts) + ")";
  }
}
