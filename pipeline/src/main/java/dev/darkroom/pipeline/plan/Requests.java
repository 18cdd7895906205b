package dev.darkroom.pipeline.plan;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.google.auto.value.AutoValue;
import dev.darkroom.pipeline.convert.ConvertCommand;

/**
 * What a run asks of {@code gs://}, as counted at an emulated bucket; without retries. Immutable.
 */
@AutoValue
@JsonPropertyOrder({"list", "read", "metadata", "write", "writeChunk", "rewrite", "delete"})
abstract class Requests {
  static final Requests NONE = new AutoValue_Requests(0, 0, 0, 0, 0, 0, 0);

  /** Names on a page of a listing. */
  private static final long PAGE = 1000;

  /** The most parts into which a folder is divided, to be listed side by side. */
  private static final long MOST_PARTS = 64;

  /** To divide a folder and to begin each part, for each part. */
  private static final long LISTS_PER_PART = 3;

  /** Lists before and after, to find that the output is empty and everything in its place. */
  private static final long OTHER_LISTS = 5;

  /** Bytes that are sent with one request. */
  private static final long CHUNK = ConvertCommand.UPLOAD_CHUNK_BYTES;

  /** The manifest, the class names, the mark of success, the plan, and a probe that goes again. */
  private static final long OTHER_WRITES = 5;

  /** What TensorFlow Datasets wants beside uncompressed shards. */
  private static final long METADATA_WRITES = 2;

  /** The plan and the probe. */
  private static final long OTHER_DELETES = 2;

  /** The manifest, which the launching process reads. */
  private static final long OTHER_READS = 1;

  /** The manifest and the plan, which may be gone. */
  private static final long OTHER_LOOKS = 2;

  @JsonProperty
  abstract long list();

  @JsonProperty
  abstract long read();

  /** To see whether there is an object of that name, before it is written or read by Beam. */
  @JsonProperty
  abstract long metadata();

  /** Objects written, whose upload is begun with a request. */
  @JsonProperty
  abstract long write();

  @JsonProperty
  abstract long writeChunk();

  /** Objects given their final name. */
  @JsonProperty
  abstract long rewrite();

  @JsonProperty
  abstract long delete();

  /**
   * To list an input, with a second look at generations, and to read it.
   *
   * @param files how many are read, those of the sample for shard sizes twice
   */
  static Requests toRead(long listed, long files) {
    long parts = listed <= PAGE ? 1 : Math.min(MOST_PARTS, 2 * pages(listed));
    return new AutoValue_Requests(2 * pages(listed) + LISTS_PER_PART * parts, files, 0, 0, 0, 0, 0);
  }

  /**
   * To write and publish a dataset, none of whose files needs more than a chunk.
   *
   * @param files shards, indexes, and rows on what was rejected
   */
  static Requests toWrite(long files, boolean gzip) {
    long others = OTHER_WRITES + (gzip ? 0 : METADATA_WRITES);
    long all = files + others;
    return new AutoValue_Requests(
        OTHER_LISTS, OTHER_READS, others + OTHER_LOOKS, all, all, files, files + OTHER_DELETES);
  }

  /** For the chunks of large shards after the first. */
  static Requests chunksBeyondFirst(long shards, long bytesPerShard) {
    long chunks = Math.max(1, (bytesPerShard + CHUNK - 1) / CHUNK);
    return new AutoValue_Requests(0, 0, 0, 0, shards * (chunks - 1), 0, 0);
  }

  private static long pages(long listed) {
    return (listed + PAGE - 1) / PAGE;
  }

  final Requests and(Requests other) {
    return new AutoValue_Requests(
        list() + other.list(),
        read() + other.read(),
        metadata() + other.metadata(),
        write() + other.write(),
        writeChunk() + other.writeChunk(),
        rewrite() + other.rewrite(),
        delete() + other.delete());
  }

  /** Those that Cloud Storage's price list calls class A; an upload is one whatever its chunks. */
  @JsonProperty
  final long classA() {
    return list() + write() + rewrite();
  }

  /** Those that it calls class B; deletions are free. */
  @JsonProperty
  final long classB() {
    return read() + metadata();
  }
}
