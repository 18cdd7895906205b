package dev.darkroom.benchmark.reading;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;

/**
 * Takes the time that a channel keeps its reader waiting, and counts what it delivers. The first
 * read asks for little, because some channels fill the whole buffer before they return, and their
 * first byte would seem to come with their last. Not thread-safe.
 */
final class MeteredChannel implements ReadableByteChannel {
  static final int FIRST_READ_BYTES = 4096;

  /** What was measured. Not thread-safe. */
  static final class Meter {
    private long firstByteNanos;
    private long readNanos;
    private long bytes;

    /** The wait for the first read. */
    long firstByteNanos() {
      return firstByteNanos;
    }

    /** The wait for all reads after the first. */
    long readNanos() {
      return readNanos;
    }

    /** Bytes delivered. */
    long bytes() {
      return bytes;
    }

    /** Begins again. */
    void reset() {
      firstByteNanos = 0;
      readNanos = 0;
      bytes = 0;
    }
  }

  private final ReadableByteChannel file;
  private final Meter meter;
  private long left;
  private boolean begun;

  /**
   * @param file closed with this channel
   * @param most after so many bytes the channel is at its end, whatever the file still holds
   */
  MeteredChannel(ReadableByteChannel file, Meter meter, long most) {
    this.file = file;
    this.meter = meter;
    this.left = most;
  }

  @Override
  public int read(ByteBuffer target) throws IOException {
    if (left == 0) {
      return -1;
    }
    long before = System.nanoTime();
    int count = read(target, begun ? left : Math.min(left, FIRST_READ_BYTES));
    long nanos = System.nanoTime() - before;
    if (begun) {
      meter.readNanos += nanos;
    } else {
      meter.firstByteNanos += nanos;
    }
    begun |= count != 0;
    int delivered = Math.max(count, 0);
    meter.bytes += delivered;
    left -= delivered;
    return count;
  }

  private int read(ByteBuffer target, long most) throws IOException {
    int limit = target.limit();
    target.limit(target.position() + (int) Math.min(target.remaining(), most));
    try {
      return file.read(target);
    } finally {
      target.limit(limit);
    }
  }

  @Override
  public boolean isOpen() {
    return file.isOpen();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
