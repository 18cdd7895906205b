package dev.darkroom.transforms.verify;

import dev.darkroom.transforms.dataset.DatasetFiles;
import dev.darkroom.transforms.dataset.ShardFacts;
import dev.darkroom.transforms.dataset.ShardId;
import dev.darkroom.transforms.example.MalformedRecordException;
import dev.darkroom.transforms.example.RecordChecker;
import dev.darkroom.transforms.storage.DigestingReadChannel;
import dev.darkroom.transforms.storage.FileDigest;
import dev.darkroom.transforms.storage.StoredFiles;
import dev.darkroom.transforms.tfrecord.format.CorruptRecordException;
import dev.darkroom.transforms.tfrecord.format.RecordFraming;
import dev.darkroom.transforms.tfrecord.format.RecordReader;
import dev.darkroom.transforms.tfrecord.format.ShardIndex;
import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.util.List;
import java.util.TreeMap;
import javax.annotation.Nullable;
import org.apache.beam.sdk.io.Compression;

/**
 * One pass over a shard. Where a record's frame is broken, the index tells where the next one
 * begins, so that one flipped bit hides nothing behind it. Used once, by one thread.
 */
final class ShardReading {
  private final DatasetFiles files;
  private final ShardId shard;
  private final RecordChecker checker;
  @Nullable private final ShardIndex guide;
  private final List<Fault> faults;
  private final TreeMap<String, Long> classes = new TreeMap<>();
  private final ShardIndex.Builder index = ShardIndex.builder();
  @Nullable private ShardFacts facts;
  private long records;
  private boolean complete = true;

  /**
   * @param guide where the records are said to be, or null if that is not known
   * @param faults receives what is found
   */
  ShardReading(
      DatasetFiles files,
      ShardId shard,
      RecordChecker checker,
      @Nullable ShardIndex guide,
      List<Fault> faults) {
    this.files = files;
    this.shard = shard;
    this.checker = checker;
    this.guide = guide;
    this.faults = faults;
  }

  void readAll() throws IOException {
    String uri = files.at(files.shard(shard));
    long next;
    FileDigest digest;
    try (DigestingReadChannel file = new DigestingReadChannel(StoredFiles.open(uri))) {
      next = readFrom(files.gzip() ? Compression.GZIP.readDecompressed(file) : file, 0, 0);
      digest = file.digestOfAll();
    }
    while (guide != null && next < guide.count()) {
      long offset = guide.offset((int) next);
      try (ReadableByteChannel file = StoredFiles.open(uri, offset)) {
        next = readFrom(file, next, offset);
      }
    }
    facts = ShardFacts.of(records, digest.bytes(), digest.crc32c(), digest.sha256(), classes);
  }

  /**
   * Reads records up to the end or the first broken frame.
   *
   * @return the number of the record after the broken one; past all records at the end
   */
  private long readFrom(ReadableByteChannel channel, long firstRecord, long firstOffset)
      throws IOException {
    RecordReader reader = new RecordReader(channel);
    try {
      for (byte[] record = reader.next(); record != null; record = reader.next()) {
        index.add(RecordFraming.framedLength(record.length));
        check(record, firstRecord + reader.index(), firstOffset + reader.offset());
      }
      return Long.MAX_VALUE;
    } catch (CorruptRecordException e) {
      complete = false;
      long number = firstRecord + e.index();
      report(number, firstOffset + e.offset(), e.problem());
      return number + 1;
    } catch (IOException e) {
      if (!files.gzip()) {
        throw e;
      }
      complete = false;
      report(
          firstRecord + reader.index() + 1,
          firstOffset + reader.position(),
          "gzip stream: " + e.getMessage());
      return Long.MAX_VALUE;
    }
  }

  private void check(byte[] record, long number, long offset) {
    try {
      classes.merge(checker.check(record), 1L, Long::sum);
      records++;
    } catch (MalformedRecordException e) {
      report(number, offset, e.getMessage());
    }
  }

  private void report(long number, long offset, String problem) {
    faults.add(Fault.of(files.shard(shard), number, offset, problem));
  }

  /** What was found; sound records alone are counted. */
  ShardFacts facts() {
    return facts;
  }

  /** Whether every record's frame was sound. */
  boolean complete() {
    return complete;
  }

  /** Where the records are, if {@link #complete}. */
  ShardIndex index() {
    return index.build();
  }
}
