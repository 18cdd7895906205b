package dev.darkroom.transforms.rejection;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.google.auto.value.AutoValue;
import javax.annotation.Nullable;

/** The row written on one input that did not become a record. Immutable. */
@AutoValue
@JsonPropertyOrder({"uri", "key", "split", "stage", "reason", "message", "bytes", "format"})
@JsonInclude(JsonInclude.Include.NON_NULL)
public abstract class Rejection {
  /** Where the input is. */
  @JsonProperty
  public abstract String uri();

  /** Its name below the input's root. */
  @JsonProperty
  public abstract String key();

  /** The split it would have gone to. */
  @JsonProperty
  public abstract String split();

  /** How far it came. */
  @JsonProperty
  public final Stage stage() {
    return reason().stage();
  }

  /** The code under which it is counted. */
  @JsonProperty
  public abstract Reason reason();

  /** For a person: what is wrong with this one input. */
  @JsonProperty
  public abstract String message();

  /** Its size in bytes when listed. */
  @JsonProperty
  public abstract long bytes();

  /** The format its first bytes speak of; absent where they were not read or say nothing. */
  @JsonProperty
  @Nullable
  public abstract String format();

  /** All arguments as the accessors of the same names describe them. */
  public static Rejection of(
      String uri,
      String key,
      String split,
      RejectedException why,
      long bytes,
      @Nullable String format) {
    return new AutoValue_Rejection(uri, key, split, why.reason(), why.getMessage(), bytes, format);
  }
}
