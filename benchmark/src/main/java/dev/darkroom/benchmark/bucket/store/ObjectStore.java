package dev.darkroom.benchmark.bucket.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;

/** The objects of a bucket, by name, in the order of their names' UTF-8 bytes. Thread-safe. */
public final class ObjectStore implements AutoCloseable {
  /** UTF-8 orders as code points do; {@link String#compareTo} orders surrogates elsewhere. */
  static final Comparator<String> BY_CODE_POINTS =
      (a, b) -> {
        int end = Math.min(a.length(), b.length());
        for (int i = 0; i < end; i++) {
          char x = a.charAt(i);
          char y = b.charAt(i);
          if (x != y) {
            boolean surrogates = Character.isSurrogate(x) || Character.isSurrogate(y);
            return surrogates
                ? Integer.compare(a.codePointAt(i), b.codePointAt(i))
                : Character.compare(x, y);
          }
        }
        return Integer.compare(a.length(), b.length());
      };

  private final ConcurrentNavigableMap<String, StoredObject> objects =
      new ConcurrentSkipListMap<>(BY_CODE_POINTS);
  private final Optional<Path> written;
  private final AtomicLong sinks = new AtomicLong();

  /**
   * An empty store.
   *
   * @param writes where what is written is kept, in a folder of its own; none for in memory
   */
  public ObjectStore(Optional<Path> writes) throws IOException {
    this.written =
        writes.isPresent()
            ? Optional.of(
                Files.createTempDirectory(Files.createDirectories(writes.get()), "bucket-"))
            : Optional.empty();
  }

  /** Takes the bytes of one more object. */
  public ContentSink newSink() throws IOException {
    return written.isPresent()
        ? new FileSink(written.get().resolve(Long.toString(sinks.incrementAndGet())))
        : new MemorySink();
  }

  /** The object of a name. */
  public Optional<StoredObject> get(String name) {
    return Optional.ofNullable(objects.get(name));
  }

  /** A view of all objects. */
  public NavigableMap<String, StoredObject> objects() {
    return objects;
  }

  /**
   * Gives a name to new content, in place of what has it.
   *
   * @throws E if the condition does not hold; the content is then released
   */
  public synchronized <E extends Exception> StoredObject put(
      String name, ObjectNode given, Content content, Checksums checksums, Condition<E> condition)
      throws E {
    content.retain();
    Optional<StoredObject> current = get(name);
    try {
      condition.check(current);
    } catch (Exception e) {
      content.release();
      throw e;
    }
    Instant now = Instant.now();
    long generation =
        Math.max(
            ChronoUnit.MICROS.between(Instant.EPOCH, now),
            current.map(StoredObject::generation).orElse(0L) + 1);
    StoredObject object = new StoredObject(name, generation, now, given, content, checksums);
    objects.put(name, object);
    current.ifPresent(old -> old.content().release());
    return object;
  }

  /**
   * Takes the object of a name away, if there is one.
   *
   * @throws E if the condition does not hold
   */
  public synchronized <E extends Exception> void delete(String name, Condition<E> condition)
      throws E {
    condition.check(get(name));
    StoredObject old = objects.remove(name);
    if (old != null) {
      old.content().release();
    }
  }

  void register(StoredObject object) {
    object.content().retain();
    objects.put(object.name(), object);
  }

  /** Deletes what was written. */
  @Override
  public void close() throws IOException {
    if (written.isPresent() && Files.exists(written.get())) {
      MoreFiles.deleteRecursively(written.get(), RecursiveDeleteOption.ALLOW_INSECURE);
    }
  }
}
