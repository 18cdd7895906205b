package dev.darkroom.transforms.publish;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import dev.darkroom.transforms.dataset.ShardFacts;
import dev.darkroom.transforms.json.Json;
import dev.darkroom.transforms.rejection.Reason;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * The account of a whole dataset, as it stands in {@code manifest.json}. It holds nothing of when,
 * where or by what the dataset was made, so equal inputs and options give an equal manifest.
 * Immutable.
 */
@AutoValue
@JsonPropertyOrder({"version", "name", "schema", "options", "labels", "total", "listing", "splits"})
public abstract class Manifest {
  /** The version of this layout. */
  public static final int VERSION = 1;

  /** The version of the manifest's own layout. */
  @JsonProperty
  public abstract int version();

  /** The dataset's name. */
  @JsonProperty
  public abstract String name();

  /** The schema of its records, in lower case. */
  @JsonProperty
  public abstract String schema();

  /** The settings that shaped the records. */
  @JsonProperty
  public abstract JsonNode options();

  /** Class names, in the order of their ids. */
  @JsonProperty
  public abstract List<String> labels();

  /** The sums over all splits. */
  @JsonProperty
  public abstract Books total();

  /** What the dataset was made from. */
  @JsonProperty
  public abstract Listing listing();

  /** The splits, in the order they were asked for. */
  @JsonProperty
  public abstract List<Split> splits();

  /** All arguments as the accessors of the same names describe them. */
  @JsonCreator
  public static Manifest of(
      @JsonProperty("version") int version,
      @JsonProperty("name") String name,
      @JsonProperty("schema") String schema,
      @JsonProperty("options") JsonNode options,
      @JsonProperty("labels") List<String> labels,
      @JsonProperty("total") Books total,
      @JsonProperty("listing") Listing listing,
      @JsonProperty("splits") List<Split> splits) {
    return new AutoValue_Manifest(
        version,
        name,
        schema,
        options,
        ImmutableList.copyOf(labels),
        total,
        listing,
        ImmutableList.copyOf(splits));
  }

  /** Reads a manifest. */
  public static Manifest parse(String json) throws JsonProcessingException {
    return Json.parse(json, Manifest.class);
  }

  /** Writes the manifest. */
  public final String toJson() {
    return Json.pretty(this);
  }

  /** What became of the files listed: {@code listed = written + rejected}, always. */
  @AutoValue
  @JsonPropertyOrder({"listed", "written", "rejected", "untouched", "bytes", "reasons", "classes"})
  public abstract static class Books {
    /** Different files listed. */
    @JsonProperty
    public abstract long listed();

    /** Records written. */
    @JsonProperty
    public abstract long written();

    /** Rejection rows. */
    @JsonProperty
    public abstract long rejected();

    /** Records whose image is the source file, byte for byte. */
    @JsonProperty
    public abstract long untouched();

    /** Bytes of all shards. */
    @JsonProperty
    public abstract long bytes();

    /** Rejections by reason; reasons that did not occur are absent. */
    @JsonProperty
    public abstract SortedMap<Reason, Long> reasons();

    /** Records by class name; classes without any are absent. */
    @JsonProperty
    public abstract SortedMap<String, Long> classes();

    /** All arguments as the accessors of the same names describe them. */
    @JsonCreator
    public static Books of(
        @JsonProperty("listed") long listed,
        @JsonProperty("written") long written,
        @JsonProperty("rejected") long rejected,
        @JsonProperty("untouched") long untouched,
        @JsonProperty("bytes") long bytes,
        @JsonProperty("reasons") Map<Reason, Long> reasons,
        @JsonProperty("classes") Map<String, Long> classes) {
      return new AutoValue_Manifest_Books(
          listed,
          written,
          rejected,
          untouched,
          bytes,
          ImmutableSortedMap.copyOf(reasons),
          ImmutableSortedMap.copyOf(classes));
    }
  }

  /** The source files. */
  @AutoValue
  @JsonPropertyOrder({"bytes", "digest"})
  public abstract static class Listing {
    /** Their total size when listed, in bytes. */
    @JsonProperty
    public abstract long bytes();

    /** The fingerprint of their names and sizes. */
    @JsonProperty
    public abstract String digest();

    /** All arguments as the accessors of the same names describe them. */
    @JsonCreator
    public static Listing of(
        @JsonProperty("bytes") long bytes, @JsonProperty("digest") String digest) {
      return new AutoValue_Manifest_Listing(bytes, digest);
    }
  }

  /** One split. */
  @AutoValue
  @JsonPropertyOrder({"name"})
  public abstract static class Split {
    /** Its name. */
    @JsonProperty
    public abstract String name();

    /** The sums over its shards. */
    @JsonUnwrapped
    @JsonProperty(access = JsonProperty.Access.READ_ONLY)
    public abstract Books books();

    /** Its shards, in order. */
    @JsonProperty
    public abstract List<Shard> shards();

    /** All arguments as the accessors of the same names describe them. */
    public static Split of(String name, Books books, List<Shard> shards) {
      return new AutoValue_Manifest_Split(name, books, ImmutableList.copyOf(shards));
    }

    @JsonCreator
    static Split read(
        @JsonProperty("name") String name,
        @JsonProperty("listed") long listed,
        @JsonProperty("written") long written,
        @JsonProperty("rejected") long rejected,
        @JsonProperty("untouched") long untouched,
        @JsonProperty("bytes") long bytes,
        @JsonProperty("reasons") Map<Reason, Long> reasons,
        @JsonProperty("classes") Map<String, Long> classes,
        @JsonProperty("shards") List<Shard> shards) {
      return of(
          name, Books.of(listed, written, rejected, untouched, bytes, reasons, classes), shards);
    }
  }

  /** One shard. */
  @AutoValue
  @JsonPropertyOrder({"file", "rejected", "untouched"})
  public abstract static class Shard {
    /** The name of its file. */
    @JsonProperty
    public abstract String file();

    /** Files that would have been in it but were rejected. */
    @JsonProperty
    public abstract long rejected();

    /** Records whose image is the source file, byte for byte. */
    @JsonProperty
    public abstract long untouched();

    /** What the file holds. */
    @JsonUnwrapped
    @JsonProperty(access = JsonProperty.Access.READ_ONLY)
    public abstract ShardFacts facts();

    /** All arguments as the accessors of the same names describe them. */
    public static Shard of(String file, long rejected, long untouched, ShardFacts facts) {
      return new AutoValue_Manifest_Shard(file, rejected, untouched, facts);
    }

    @JsonCreator
    static Shard read(
        @JsonProperty("file") String file,
        @JsonProperty("rejected") long rejected,
        @JsonProperty("untouched") long untouched,
        @JsonProperty("records") long records,
        @JsonProperty("bytes") long bytes,
        @JsonProperty("crc32c") String crc32c,
        @JsonProperty("sha256") String sha256,
        @JsonProperty("classes") Map<String, Long> classes) {
      return of(file, rejected, untouched, ShardFacts.of(records, bytes, crc32c, sha256, classes));
    }

    /** Reads what {@link #toJson} wrote. */
    public static Shard parse(String json) throws JsonProcessingException {
      return Json.parse(json, Shard.class);
    }

    /** This shard's part of the manifest. */
    public final String toJson() {
      return Json.line(this);
    }
  }
}
