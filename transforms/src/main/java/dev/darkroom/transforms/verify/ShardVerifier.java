package dev.darkroom.transforms.verify;

import dev.darkroom.transforms.dataset.DatasetFiles;
import dev.darkroom.transforms.dataset.ShardFacts;
import dev.darkroom.transforms.dataset.ShardId;
import dev.darkroom.transforms.example.RecordChecker;
import dev.darkroom.transforms.publish.Manifest;
import dev.darkroom.transforms.storage.StoredFiles;
import dev.darkroom.transforms.tfrecord.format.CorruptIndexException;
import dev.darkroom.transforms.tfrecord.format.ShardIndex;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.annotation.Nullable;

/** Reads one shard, its index and its rejections, and finds all that is wrong. Thread-safe. */
public final class ShardVerifier {
  private final DatasetFiles files;
  private final RecordChecker checker;

  /** Verifies shards of one dataset. */
  public ShardVerifier(DatasetFiles files, RecordChecker checker) {
    this.files = files;
    this.checker = checker;
  }

  /**
   * Verifies one shard against what the manifest says of it.
   *
   * @throws IOException if storage fails; a file that is missing is a fault
   */
  public Verdict verify(ShardId shard, Manifest.Shard expected) throws IOException {
    List<Fault> faults = new ArrayList<>();
    ShardIndex index = readIndex(shard, faults);
    ShardReading reading = new ShardReading(files, shard, checker, index, faults);
    try {
      reading.readAll();
    } catch (FileNotFoundException | NoSuchFileException e) {
      faults.add(Fault.of(files.shard(shard), "is missing"));
      return Verdict.of(faults);
    }
    compareIndex(shard, index, reading, faults);
    compareFacts(shard, expected.facts(), reading.facts(), faults);
    compareRejections(shard, expected.rejected(), faults);
    return Verdict.of(1, reading.facts().records(), reading.facts().bytes(), faults.size(), faults);
  }

  @Nullable
  private ShardIndex readIndex(ShardId shard, List<Fault> faults) throws IOException {
    if (files.gzip()) {
      return null;
    }
    Optional<byte[]> text = StoredFiles.readIfPresent(files.at(files.index(shard)));
    if (!text.isPresent()) {
      faults.add(Fault.of(files.index(shard), "is missing"));
      return null;
    }
    try {
      return ShardIndex.parse(text.get());
    } catch (CorruptIndexException e) {
      faults.add(Fault.of(files.index(shard), e.getMessage()));
      return null;
    }
  }

  private void compareIndex(
      ShardId shard, @Nullable ShardIndex index, ShardReading reading, List<Fault> faults) {
    if (index != null
        && reading.complete()
        && !Arrays.equals(index.toBytes(), reading.index().toBytes())) {
      faults.add(Fault.of(files.index(shard), "is not the index of the shard"));
    }
  }

  private void compareFacts(
      ShardId shard, ShardFacts expected, ShardFacts found, List<Fault> faults) {
    compare(shard, "records", expected.records(), found.records(), faults);
    compare(shard, "bytes", expected.bytes(), found.bytes(), faults);
    compare(shard, "crc32c", expected.crc32c(), found.crc32c(), faults);
    compare(shard, "sha256", expected.sha256(), found.sha256(), faults);
    compare(shard, "classes", expected.classes(), found.classes(), faults);
  }

  private void compareRejections(ShardId shard, long expected, List<Fault> faults)
      throws IOException {
    String name = files.rejections(shard);
    long rows =
        StoredFiles.textIfPresent(files.at(name)).map(text -> text.lines().count()).orElse(0L);
    if (rows != expected) {
      faults.add(Fault.of(name, rows + " rows, but the manifest says " + expected));
    }
  }

  private <T> void compare(ShardId shard, String fact, T expected, T found, List<Fault> faults) {
    if (!expected.equals(found)) {
      faults.add(
          Fault.of(
              files.shard(shard), fact + " is " + found + ", but the manifest says " + expected));
    }
  }
}
