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
      nanos.set(Stage.OPEN, System.nanoTime() - before);
      content = readAll(file, new MeteredChannel(file, meter, Long.MAX_VALUE));
    } catch (FileNotFoundException | NoSuchFileException e) {
      throw new IOException("there is no " + root + name, e);
    }
    nanos.set(Stage.FIRST_BYTE, meter.firstByteNanos());
    nanos.set(Stage.READ, meter.readNanos());
    sink.accept(work.file(content, name, meter.bytes(), nanos));
  }

  /**
   * The size is asked for after the first read: an object store tells it with the first byte, and
   * would have to be asked for it before.
   */
  private byte[] readAll(ReadableByteChannel file, MeteredChannel metered) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(MeteredChannel.FIRST_READ_BYTES);
    int count = metered.read(buffer);
    // One byte of room more than expected, so that the end shows without another allocation.
    int room = Math.max(buffer.capacity(), 1 + (count < 0 ? 0 : sizeOf(file)));
    buffer = ByteBuffer.allocate(room).put(buffer.flip());
    while (count >= 0) {
      if (!buffer.hasRemaining()) {
        buffer = ByteBuffer.allocate(Math.multiplyExact(2, buffer.capacity())).put(buffer.flip());
      }
      count = metered.read(buffer);
    }
    return Arrays.copyOf(buffer.array(), buffer.position());
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
}
