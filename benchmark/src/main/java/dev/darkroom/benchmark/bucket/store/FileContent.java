package dev.darkroom.benchmark.bucket.store;

import io.netty.channel.DefaultFileRegion;
import io.netty.channel.FileRegion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.concurrent.atomic.AtomicInteger;

/** The bytes of a file. They go from the file to the socket without passing through the JVM. */
final class FileContent implements Content {
  private final Path file;
  private final long size;
  private final FileTime modified;
  private final boolean ours;
  private final AtomicInteger objects = new AtomicInteger();

  private FileContent(Path file, BasicFileAttributes attributes, boolean ours) {
    this.file = file;
    this.size = attributes.size();
    this.modified = attributes.lastModifiedTime();
    this.ours = ours;
  }

  /** A file that stays whatever happens to its object. */
  static FileContent source(Path file, BasicFileAttributes attributes) {
    return new FileContent(file, attributes, false);
  }

  /** A file that goes with the last object that has its bytes. */
  static FileContent written(Path file) throws IOException {
    return new FileContent(file, Files.readAttributes(file, BasicFileAttributes.class), true);
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public Reading open() throws IOException {
    BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
    if (now.size() != size || !now.lastModifiedTime().equals(modified)) {
      throw new ContentChangedException(file);
    }
    FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
    return new Reading() {
      @Override
      public FileRegion piece(long from, int atMost) {
        return new DefaultFileRegion(channel, from, Math.min(atMost, size - from)) {
          @Override
          protected void deallocate() {
            // The channel serves the pieces to come as well.
          }
        };
      }

      @Override
      public void close() throws IOException {
        channel.close();
      }
    };
  }

  @Override
  public void retain() {
    objects.incrementAndGet();
  }

  @Override
  public void release() {
    if (objects.decrementAndGet() == 0 && ours) {
      try {
        Files.deleteIfExists(file);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  Path file() {
    return file;
  }
}
