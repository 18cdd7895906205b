package dev.darkroom.benchmark.bucket.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Keeps bytes in a file of their own. */
final class FileSink extends ContentSink {
  private final Path file;
  private final FileChannel channel;

  FileSink(Path file) throws IOException {
    this.file = file;
    this.channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
  }

  @Override
  void write(ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  @Override
  public Content content() throws IOException {
    channel.close();
    return FileContent.written(file);
  }

  @Override
  public void discard() throws IOException {
    channel.close();
    Files.deleteIfExists(file);
  }
}
