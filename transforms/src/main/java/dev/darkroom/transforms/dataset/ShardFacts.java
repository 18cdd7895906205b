package dev.darkroom.transforms.dataset;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableSortedMap;
import java.util.Map;
import java.util.SortedMap;

/**
 * What can be counted and computed of one shard's file, by its writer and by any reader. Immutable.
 */
@AutoValue
@JsonPropertyOrder({"records", "bytes", "crc32c", "sha256", "classes"})
public abstract class ShardFacts {
  /** How many records it holds. */
  @JsonProperty
  public abstract long records();

  /** Its size in bytes. */
  @JsonProperty
  public abstract long bytes();

  /** The CRC-32C of the file, eight hexadecimal digits. */
  @JsonProperty
  public abstract String crc32c();

  /** The SHA-256 of the file, 64 hexadecimal digits. */
  @JsonProperty
  public abstract String sha256();

  /** Records per class name; classes without any are absent. */
  @JsonProperty
  public abstract SortedMap<String, Long> classes();

  /** All arguments as the accessors of the same names describe them. */
  public static ShardFacts of(
      long records, long bytes, String crc32c, String sha256, Map<String, Long> classes) {
    return new AutoValue_ShardFacts(
        records, bytes, crc32c, sha256, ImmutableSortedMap.copyOf(classes));
  }
}
