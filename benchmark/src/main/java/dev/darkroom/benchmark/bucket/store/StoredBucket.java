package dev.darkroom.benchmark.bucket.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** The objects of one bucket, in the order of their names' UTF-8 bytes. Thread-safe. */
public final class StoredBucket {
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
  private final String name;
  private final ObjectStore store;

  StoredBucket(String name, ObjectStore store) {
    this.name = name;
    this.store = store;
  }

  /** Its name. */
  public String name() {
    return name;
  }

  /** The object of a name. */
  public Optional<StoredObject> get(String object) {
    return Optional.ofNullable(objects.get(object));
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
  public <E extends Exception> StoredObject put(
      String object, ObjectNode given, Content content, Checksums checksums, Condition<E> condition)
      throws E {
    content.retain();
    synchronized (store) {
      Optional<StoredObject> current = get(object);
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
      StoredObject written = new StoredObject(object, generation, now, given, content, checksums);
      objects.put(object, written);
      current.ifPresent(old -> old.content().release());
      return written;
    }
  }

  /**
   * Takes the object of a name away, if there is one.
   *
   * @throws E if the condition does not hold
   */
  public <E extends Exception> void delete(String object, Condition<E> condition) throws E {
    synchronized (store) {
      condition.check(get(object));
      StoredObject old = objects.remove(object);
      if (old != null) {
        old.content().release();
      }
    }
  }

  void register(StoredObject object) {
    object.content().retain();
    objects.put(object.name(), object);
  }
}
