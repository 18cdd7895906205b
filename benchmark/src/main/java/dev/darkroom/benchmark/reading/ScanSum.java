package dev.darkroom.benchmark.reading;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.google.auto.value.AutoValue;
import dev.darkroom.benchmark.results.Stage;
import dev.darkroom.benchmark.results.StageSummary;
import dev.darkroom.transforms.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.annotation.Nullable;

/** What some parts of a scan came to. Immutable; sums in any order are equal. */
@AutoValue
public abstract class ScanSum {
  /** Of no part at all. */
  public static final ScanSum NONE =
      new AutoValue_ScanSum(List.of(), List.of(), 0, 0, 0, 0, 0, 0, true, Map.of(), 0, null);

  /** When each part began, in microseconds of the epoch. */
  @JsonProperty("begun")
  abstract List<Long> begun();

  /** When each part ended, in the same order. */
  @JsonProperty("ended")
  abstract List<Long> ended();

  /** Images read. */
  @JsonProperty("images")
  public abstract long images();

  /** Bytes that the storage delivered. */
  @JsonProperty("bytes")
  public abstract long bytes();

  /** Bytes of the encoded images, or of their records where nobody has parsed those. */
  @JsonProperty("imageBytes")
  public abstract long imageBytes();

  /** Opens and ranged reads. */
  @JsonProperty("requests")
  public abstract long requests();

  @JsonProperty("content")
  abstract long content();

  @JsonProperty("names")
  abstract long names();

  @JsonProperty("allNamed")
  abstract boolean allNamed();

  @JsonProperty("times")
  abstract Map<Stage, StageTimes.Encoded> times();

  /** Parts that failed. */
  @JsonProperty("errors")
  public abstract long errors();

  /** What went wrong in one of them, or null. */
  @Nullable
  @JsonProperty("failure")
  public abstract String failure();

  @JsonCreator
  static ScanSum of(
      @JsonProperty("begun") List<Long> begun,
      @JsonProperty("ended") List<Long> ended,
      @JsonProperty("images") long images,
      @JsonProperty("bytes") long bytes,
      @JsonProperty("imageBytes") long imageBytes,
      @JsonProperty("requests") long requests,
      @JsonProperty("content") long content,
      @JsonProperty("names") long names,
      @JsonProperty("allNamed") boolean allNamed,
      @JsonProperty("times") Map<Stage, StageTimes.Encoded> times,
      @JsonProperty("errors") long errors,
      @JsonProperty("failure") @Nullable String failure) {
    return new AutoValue_ScanSum(
        begun,
        ended,
        images,
        bytes,
        imageBytes,
        requests,
        content,
        names,
        allNamed,
        times,
        errors,
        failure);
  }

  static ScanSum of(Tally tally, long begun, long ended, @Nullable String failure) {
    StageTimes times = tally.times();
    long requests = tally.requests();
    long images = tally.images();
    long bytes = tally.storageBytes();
    long imageBytes = tally.imageBytes();
    Fingerprint print = tally.endPass();
    return of(
        List.of(begun),
        List.of(ended),
        images,
        bytes,
        imageBytes,
        requests,
        print.content(),
        print.names(),
        print.allNamed(),
        times.encode(),
        failure == null ? 0 : 1,
        failure);
  }

  /** The sum of both. */
  public final ScanSum and(ScanSum other) {
    StageTimes all = StageTimes.decode(times());
    all.add(StageTimes.decode(other.times()));
    return of(
        joined(begun(), other.begun()),
        joined(ended(), other.ended()),
        images() + other.images(),
        bytes() + other.bytes(),
        imageBytes() + other.imageBytes(),
        requests() + other.requests(),
        content() + other.content(),
        names() + other.names(),
        allNamed() && other.allNamed(),
        all.encode(),
        errors() + other.errors(),
        failure() == null ? other.failure() : failure());
  }

  private static List<Long> joined(List<Long> some, List<Long> more) {
    List<Long> all = new ArrayList<>(some);
    all.addAll(more);
    return all;
  }

  /** When the first part began, in milliseconds of the epoch. */
  public final long begunAtMillis() {
    return begun().stream().mapToLong(Long::longValue).min().orElse(0) / 1000;
  }

  /** From the first part's begin to the last one's end. */
  public final double seconds() {
    long first = begun().stream().mapToLong(Long::longValue).min().orElse(0);
    long last = ended().stream().mapToLong(Long::longValue).max().orElse(0);
    return (last - first) / 1e6;
  }

  /** How many parts were read at once, at most. */
  public final int mostAtOnce() {
    int most = 0;
    for (long instant : begun()) {
      int running = 0;
      for (int i = 0; i < begun().size(); i++) {
        running += begun().get(i) <= instant && instant < ended().get(i) ? 1 : 0;
      }
      most = Math.max(most, running);
    }
    return most;
  }

  /** Where the time went. */
  public final Map<Stage, StageSummary> stages() {
    return StageTimes.decode(times()).summaries();
  }

  /** Of the images, 16 hexadecimal digits. */
  public final String contentHash() {
    return Fingerprint.digits(content());
  }

  /** Of their names, or null if not all of them have one. */
  @Nullable
  public final String identityHash() {
    return allNamed() && images() > 0 ? Fingerprint.digits(names()) : null;
  }

  /** Reads what {@link #toJson} wrote. */
  public static ScanSum parse(String json) {
    try {
      return Json.parse(json, ScanSum.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not the sum of a scan", e);
    }
  }

  /** As JSON. */
  public final String toJson() {
    return Json.line(this);
  }
}
