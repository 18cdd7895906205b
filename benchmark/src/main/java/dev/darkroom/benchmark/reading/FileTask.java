package dev.darkroom.benchmark.reading;

import dev.darkroom.benchmark.results.Stage;
import dev.darkroom.transforms.storage.SourceReader;
import dev.darkroom.transforms.storage.StoredFiles;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;

/** Reads one image file as a whole. */
final class FileTask implements ReadTask {
  private static final int BYTES_IF_UNKNOWN = 64 << 10;

  private final String root;
  private final String name;

  /** The file {@code name} below {@code root}. */
  FileTask(String root, String name) {
    this.root = root;
    this.name = name;
  }

  @Override
  public long images() {
    return 1;
  }

  @Override
  public void run(ImageWork work, Sink sink) throws IOException {
    StageNanos nanos = new StageNanos();
    MeteredChannel.Meter meter = new MeteredChannel.Meter();
    long before = System.nanoTime();
    byte[] content;
    try (ReadableByteChannel file = StoredFiles.open(root + name)) {
      int size = sizeOf(file);
      nanos.set(Stage.OPEN, System.nanoTime() - before);
      content = readAll(new MeteredChannel(file, meter, Long.MAX_VALUE), size);
    } catch (FileNotFoundException | NoSuchFileException e) {
      throw new IOException("there is no " + root + name, e);
    }
    nanos.set(Stage.FIRST_BYTE, meter.firstByteNanos());
    nanos.set(Stage.READ, meter.readNanos());
    sink.accept(work.file(content, name, meter.bytes(), nanos));
  }

  private int sizeOf(ReadableByteChannel file) throws IOException {
    if (!(file instanceof SeekableByteChannel)) {
      return BYTES_IF_UNKNOWN;
    }
    long size = ((SeekableByteChannel) file).size();
    if (size > SourceReader.MOST_BYTES) {
      throw new IOException(root + name + " has " + size + " bytes, more than an array can hold");
    }
    return (int) size;
  }

  /** One byte of room more than expected, so that the end shows without another allocation. */
  private static byte[] readAll(ReadableByteChannel file, int size) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(size + 1);
    while (file.read(buffer) >= 0) {
      if (!buffer.hasRemaining()) {
        buffer = ByteBuffer.allocate(Math.multiplyExact(2, buffer.capacity())).put(buffer.flip());
      }
    }
    return Arrays.copyOf(buffer.array(), buffer.position());
  }
}
