package dev.darkroom.benchmark.bucket.store;

import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Buckets and what is written to them. Thread-safe; whoever synchronizes on it keeps all objects as
 * they are.
 */
public final class ObjectStore implements AutoCloseable {
  private final Map<String, StoredBucket> buckets = new TreeMap<>();
  private final Optional<Path> written;
  private final AtomicLong sinks = new AtomicLong();

  /**
   * Makes empty buckets.
   *
   * @param writes where what is written is kept, in a folder of its own; none for in memory
   */
  public ObjectStore(List<String> names, Optional<Path> writes) throws IOException {
    names.forEach(name -> buckets.put(name, new StoredBucket(name, this)));
    this.written =
        writes.isPresent()
            ? Optional.of(
                Files.createTempDirectory(Files.createDirectories(writes.get()), "bucket-"))
            : Optional.empty();
  }

  /** The bucket of a name. */
  public Optional<StoredBucket> bucket(String name) {
    return Optional.ofNullable(buckets.get(name));
  }

  /** Takes the bytes of one more object. */
  public ContentSink newSink() throws IOException {
    return written.isPresent()
        ? new FileSink(written.get().resolve(Long.toString(sinks.incrementAndGet())))
        : new MemorySink();
  }

  /** Deletes what was written. */
  @Override
  public void close() throws IOException {
    if (written.isPresent() && Files.exists(written.get())) {
      MoreFiles.deleteRecursively(written.get(), RecursiveDeleteOption.ALLOW_INSECURE);
    }
  }
}
