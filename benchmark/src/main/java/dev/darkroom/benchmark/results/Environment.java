package dev.darkroom.benchmark.results;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import com.fasterxml.jackson.databind.annotation.JsonPOJOBuilder;
import com.google.auto.value.AutoValue;
import javax.annotation.Nullable;

/** What a trial ran on. Immutable. */
@AutoValue
@JsonPropertyOrder({
  "os",
  "cpu",
  "cores",
  "memory_bytes",
  "disk",
  "jvm",
  "beam",
  "runner",
  "commit",
  "storage"
})
@JsonAutoDetect(fieldVisibility = Visibility.ANY)
@JsonNaming(SnakeCaseStrategy.class)
@JsonDeserialize(builder = AutoValue_Environment.Builder.class)
public abstract class Environment {
  /** Name, version and architecture of the operating system. */
  public abstract String os();

  /** The processor's model. */
  public abstract String cpu();

  /** Processors that the worker could use. */
  public abstract int cores();

  /** The machine's memory. */
  public abstract long memoryBytes();

  /** The file system that held the data and the device below it; empty for remote storage. */
  public abstract String disk();

  /** Vendor and version of the Java platform. */
  public abstract String jvm();

  /** Beam's version. */
  public abstract String beam();

  /** The runner's simple class name. */
  public abstract String runner();

  /** The source code's commit, if known. */
  @Nullable
  public abstract String commit();

  /** Where the data was: {@code local} or the scheme, such as {@code gs}. */
  public abstract String storage();

  /** A builder with nothing set. */
  public static Builder builder() {
    return new AutoValue_Environment.Builder();
  }

  /** Builds one; every property but the commit is required. */
  @AutoValue.Builder
  @JsonNaming(SnakeCaseStrategy.class)
  @JsonPOJOBuilder(withPrefix = "")
  public abstract static class Builder {
    /** See the accessor of the same name, as for all that follow. */
    public abstract Builder os(String value);

    public abstract Builder cpu(String value);

    public abstract Builder cores(int value);

    public abstract Builder memoryBytes(long value);

    public abstract Builder disk(String value);

    public abstract Builder jvm(String value);

    public abstract Builder beam(String value);

    public abstract Builder runner(String value);

    public abstract Builder commit(@Nullable String value);

    public abstract Builder storage(String value);

    public abstract Environment build();
  }
}
