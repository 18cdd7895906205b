package dev.darkroom.transforms.verify;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.google.auto.value.AutoValue;
import javax.annotation.Nullable;

/** One thing that is wrong, and where. Immutable. */
@AutoValue
@JsonPropertyOrder({"file", "record", "offset", "problem"})
@JsonInclude(JsonInclude.Include.NON_NULL)
public abstract class Fault {
  /** The file's name in the dataset's folder. */
  @JsonProperty
  public abstract String file();

  /** The record's number, from 0; absent where the fault is the file's as a whole. */
  @JsonProperty
  @Nullable
  public abstract Long record();

  /** Where the record begins in the uncompressed file, in bytes; absent as the number is. */
  @JsonProperty
  @Nullable
  public abstract Long offset();

  /** For a person: what is wrong. */
  @JsonProperty
  public abstract String problem();

  /** All arguments as the accessors of the same names describe them. */
  @JsonCreator
  public static Fault of(
      @JsonProperty("file") String file,
      @JsonProperty("record") @Nullable Long record,
      @JsonProperty("offset") @Nullable Long offset,
      @JsonProperty("problem") String problem) {
    return new AutoValue_Fault(file, record, offset, problem);
  }

  /** A fault of a whole file. */
  public static Fault of(String file, String problem) {
    return of(file, null, null, problem);
  }

  /**
   * {@code flowers-train-00000-of-00016.tfrecord, record 3 at byte 4711: data checksum mismatch}.
   */
  @Override
  public final String toString() {
    String place = record() == null ? "" : ", record " + record() + " at byte " + offset();
    return file() + place + ": " + problem();
  }
}
