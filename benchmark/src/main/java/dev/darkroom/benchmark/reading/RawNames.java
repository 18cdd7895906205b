package dev.darkroom.benchmark.reading;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;
import java.util.List;

/** What a listing of raw files came to. Immutable. */
@AutoValue
public abstract class RawNames {
  /** Files there are. */
  @JsonProperty
  public abstract long files();

  /** Bytes of all of them. */
  @JsonProperty
  public abstract long bytes();

  /** The first by name, as many as were asked for; names are paths below the common root. */
  @JsonProperty
  public abstract List<String> first();

  /** As many drawn at random, in random order. */
  @JsonProperty
  public abstract List<String> drawn();

  /** All arguments as the accessors of the same names describe them. */
  @JsonCreator
  public static RawNames of(
      @JsonProperty("files") long files,
      @JsonProperty("bytes") long bytes,
      @JsonProperty("first") List<String> first,
      @JsonProperty("drawn") List<String> drawn) {
    return new AutoValue_RawNames(
        files, bytes, ImmutableList.copyOf(first), ImmutableList.copyOf(drawn));
  }
}
