package dev.darkroom.transforms.convert;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.darkroom.transforms.dataset.Attempt;
import dev.darkroom.transforms.dataset.DatasetFiles;
import dev.darkroom.transforms.dataset.ShardFacts;
import dev.darkroom.transforms.dataset.ShardId;
import dev.darkroom.transforms.json.Json;
import dev.darkroom.transforms.rejection.Rejection;
import dev.darkroom.transforms.storage.DigestingWriteChannel;
import dev.darkroom.transforms.storage.FileDigest;
import dev.darkroom.transforms.storage.StoredFiles;
import dev.darkroom.transforms.tfrecord.format.RecordFraming;
import dev.darkroom.transforms.tfrecord.format.ShardIndex;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import javax.annotation.Nullable;
import org.apache.beam.sdk.io.Compression;
import org.apache.beam.sdk.io.TFRecordIO;

/**
 * Writes one attempt at one shard: the records, their index and the rejections, each under a name
 * of this attempt's own. Not thread-safe.
 */
final class ShardWriter implements AutoCloseable {
  private final DatasetFiles files;
  private final ShardId shard;
  private final Attempt attempt;
  private final DigestingWriteChannel file;
  private final WritableByteChannel channel;
  private final TFRecordIO.Sink sink = TFRecordIO.sink();
  private final Optional<WritableByteChannel> indexChannel;
  private final ShardIndex.Builder index = ShardIndex.builder();
  private final TreeMap<String, Long> classes = new TreeMap<>();
  @Nullable private WritableByteChannel rejections;

  ShardWriter(DatasetFiles files, ShardId shard, Attempt attempt) throws IOException {
    this.files = files;
    this.shard = shard;
    this.attempt = attempt;
    this.file = new DigestingWriteChannel(create(files.shard(shard)));
    this.channel = files.gzip() ? Compression.GZIP.writeCompressed(file) : file;
    // Opened early: a bucket lets wait for each request, and the shard's own end is one already.
    this.indexChannel = files.gzip() ? Optional.empty() : Optional.of(create(files.index(shard)));
    sink.open(channel);
  }

  private WritableByteChannel create(String name) throws IOException {
    return StoredFiles.createNew(attempt.uriOf(name));
  }

  void write(byte[] record, String label) throws IOException {
    sink.write(record);
    index.add(RecordFraming.framedLength(record.length));
    classes.merge(label, 1L, Long::sum);
  }

  void reject(Rejection rejection) throws IOException {
    if (rejections == null) {
      rejections = create(files.rejections(shard));
    }
    ByteBuffer row = ByteBuffer.wrap((Json.line(rejection) + "\n").getBytes(UTF_8));
    while (row.hasRemaining()) {
      rejections.write(row);
    }
  }

  /** Completes the attempt's files. */
  ShardFacts finish() throws IOException {
    sink.flush();
    ShardIndex records = index.build();
    if (indexChannel.isPresent()) {
      Channels.newOutputStream(indexChannel.get()).write(records.toBytes());
    }
    close();
    FileDigest digest = file.digest();
    return ShardFacts.of(
        records.count(), digest.bytes(), digest.crc32c(), digest.sha256(), classes);
  }

  /** Lets go of the files, finished or not; of all at once, since each may take a request. */
  @Override
  public void close() throws IOException {
    List<WritableByteChannel> open = new ArrayList<>(List.of(channel));
    indexChannel.ifPresent(open::add);
    if (rejections != null) {
      open.add(rejections);
    }
    StoredFiles.closeAll(open);
  }
}
