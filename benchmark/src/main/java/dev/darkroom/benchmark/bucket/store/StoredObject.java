package dev.darkroom.benchmark.bucket.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;

/** One object under its name, until another takes the name. Thread-safe. */
public final class StoredObject {
  private final String name;
  private final long generation;
  private final Instant created;
  private final ObjectNode given;
  private final Content content;
  private Checksums checksums;

  /**
   * @param checksums null for those of a file's content, which is read when they are asked for
   */
  StoredObject(
      String name,
      long generation,
      Instant created,
      ObjectNode given,
      Content content,
      Checksums checksums) {
    this.name = name;
    this.generation = generation;
    this.created = created;
    this.given = given;
    this.content = content;
    this.checksums = checksums;
  }

  /** Its name, unique in the bucket. */
  public String name() {
    return name;
  }

  /** Which of all objects that ever had the name; above 0. */
  public long generation() {
    return generation;
  }

  /** When it was written. */
  public Instant created() {
    return created;
  }

  /** What its writer said of it: content type and the like. Not to be changed. */
  public ObjectNode given() {
    return given;
  }

  /** Its bytes. */
  public Content content() {
    return content;
  }

  /** Its checksums; they may take a reading of all bytes, once. */
  public synchronized Checksums checksums() throws IOException {
    if (checksums == null) {
      checksums = Checksums.of(((FileContent) content).file());
    }
    return checksums;
  }
}
