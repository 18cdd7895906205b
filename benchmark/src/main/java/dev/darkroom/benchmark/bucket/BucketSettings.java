package dev.darkroom.benchmark.bucket;

import com.google.auto.value.AutoValue;
import dev.darkroom.benchmark.bucket.conditions.Conditions;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What a bucket is. Immutable. */
@AutoValue
public abstract class BucketSettings {
  BucketSettings() {}

  /** The empty buckets photos and datasets on a free local port, with their objects in memory. */
  public static Builder builder() {
    return new AutoValue_BucketSettings.Builder()
        .buckets(List.of("photos", "datasets"))
        .host("127.0.0.1")
        .port(0)
        .requesterPays(false)
        .conditions(Conditions.builder().build());
  }

  /** The buckets' names; the folder is in the first one, and the others are empty. */
  public abstract List<String> buckets();

  /** The address to listen on. */
  public abstract String host();

  /** The port to listen on; 0 for a free one. */
  public abstract int port();

  /** The folder whose files are objects. */
  public abstract Optional<Path> folder();

  /** Where what is written is kept until the bucket is closed; memory otherwise. */
  public abstract Optional<Path> writes();

  /** Whether requests must name the project that pays for them. */
  public abstract boolean requesterPays();

  /** What requests meet at first. */
  public abstract Conditions conditions();

  /** Collects settings. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** At least one; 3 to 63 of lower-case letters, digits, hyphens, underscores and dots. */
    public abstract Builder buckets(List<String> names);

    /** An address of this machine; 0.0.0.0 for all. */
    public abstract Builder host(String host);

    /** 0 to 65535. */
    public abstract Builder port(int port);

    /** It is never written to, whatever happens to the objects. */
    public abstract Builder folder(Path folder);

    /** It is made if it is not there. */
    public abstract Builder writes(Path folder);

    /** False by default. */
    public abstract Builder requesterPays(boolean requesterPays);

    /** Those of a service without limits by default. */
    public abstract Builder conditions(Conditions conditions);

    abstract BucketSettings autoBuild();

    /**
     * The settings.
     *
     * @throws IllegalArgumentException if a name is not a bucket's, or the port not a port
     */
    public BucketSettings build() {
      BucketSettings settings = autoBuild();
      if (settings.buckets().isEmpty()) {
        throw new IllegalArgumentException("there must be a bucket");
      }
      for (String name : settings.buckets()) {
        if (!name.matches("[a-z0-9][a-z0-9._-]{1,61}[a-z0-9]")) {
          throw new IllegalArgumentException(
              "a bucket's name is 3 to 63 of a-z, 0-9, '-', '_' and '.': " + name);
        }
      }
      if (settings.port() < 0 || settings.port() > 65_535) {
        throw new IllegalArgumentException("a port is from 0 to 65535: " + settings.port());
      }
      return settings;
    }
  }
}
