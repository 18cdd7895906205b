package dev.darkroom.benchmark.bucket.store;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.io.IOException;
import java.net.URLConnection;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;

/** A folder whose files are objects. They are read when they are asked for, and never written. */
public final class SourceFolder {
  private SourceFolder() {}

  /**
   * Makes each file an object, named by its path below the folder.
   *
   * @return how many there are
   * @throws IOException if a file or folder cannot be looked at, or links lead in a circle
   */
  public static long register(Path folder, StoredBucket bucket) throws IOException {
    long[] files = {0};
    Files.walkFileTree(
        folder,
        EnumSet.of(FileVisitOption.FOLLOW_LINKS),
        Integer.MAX_VALUE,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile()) {
              bucket.register(object(folder.relativize(file), file, attributes));
              files[0]++;
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return files[0];
  }

  private static StoredObject object(Path relative, Path file, BasicFileAttributes attributes) {
    String name = relative.toString().replace(File.separatorChar, '/');
    ObjectNode given = JsonNodeFactory.instance.objectNode();
    String type = URLConnection.guessContentTypeFromName(name);
    if (type != null) {
      given.put("contentType", type);
    }
    Instant modified = attributes.lastModifiedTime().toInstant();
    long generation = Math.max(1, ChronoUnit.MICROS.between(Instant.EPOCH, modified));
    return new StoredObject(
        name, generation, modified, given, FileContent.source(file, attributes), null);
  }
}
