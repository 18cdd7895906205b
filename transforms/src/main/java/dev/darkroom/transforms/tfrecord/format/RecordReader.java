package dev.darkroom.transforms.tfrecord.format;

import java.io.Closeable;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.ReadableByteChannel;
import java.util.zip.CRC32C;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * Reads the records of one uncompressed TFRecord file, front to back, and checks both checksums of
 * each. A file that ends anywhere but on a record boundary is damaged, never merely short.
 *
 * <p>The channel may hand over as few bytes per read as it likes, and none at times. Memory: one
 * buffer of 256 KiB outside the heap, and each payload as it is returned.
 *
 * <p>Not thread safe.
 */
public final class RecordReader implements Closeable {
  /** Longest payload accepted unless told otherwise: 256 MiB. */
  public static final int DEFAULT_MAX_PAYLOAD_BYTES = 256 << 20;

  /** What a Java array can hold on every JVM. */
  private static final int LARGEST_ARRAY = Integer.MAX_VALUE - 8;

  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

  /** What one read of the channel asks for, unless told otherwise: 256 KiB. */
  public static final int BUFFER_BYTES = 256 << 10;

  private final ReadableByteChannel channel;
  private final int maxPayloadBytes;
  private final ByteBuffer buffer;
  private final byte[] header = new byte[RecordFraming.HEADER_BYTES];
  private final byte[] footer = new byte[RecordFraming.FOOTER_BYTES];
  private final CRC32C crc = new CRC32C();

  private long index = -1;
  private long offset = -1;
  private long position;
  private boolean failed;

  /**
   * Accepts payloads of up to {@link #DEFAULT_MAX_PAYLOAD_BYTES}.
   *
   * @param channel positioned at the start of a record; {@link #close} closes it
   */
  public RecordReader(ReadableByteChannel channel) {
    this(channel, DEFAULT_MAX_PAYLOAD_BYTES);
  }

  /**
   * @param channel positioned at the start of a record; {@link #close} closes it
   * @param maxPayloadBytes a longer payload is taken for damage; from 0 to 2^31 - 9
   * @throws IllegalArgumentException if {@code maxPayloadBytes} is out of range
   */
  public RecordReader(ReadableByteChannel channel, int maxPayloadBytes) {
    this(channel, maxPayloadBytes, ByteBuffer.allocateDirect(BUFFER_BYTES));
  }

  /**
   * Reads through a buffer that the caller may use again afterwards: who opens many short files
   * would otherwise wait for the allocation of more than is read.
   *
   * @param channel positioned at the start of a record; {@link #close} closes it
   * @param maxPayloadBytes a longer payload is taken for damage; from 0 to 2^31 - 9
   * @param buffer its capacity is what one read of the channel asks for; what it holds is lost
   * @throws IllegalArgumentException if {@code maxPayloadBytes} is out of range, or the buffer has
   *     no capacity
   */
  public RecordReader(ReadableByteChannel channel, int maxPayloadBytes, ByteBuffer buffer) {
    if (maxPayloadBytes < 0 || maxPayloadBytes > LARGEST_ARRAY) {
      throw new IllegalArgumentException(
          "maxPayloadBytes must be from 0 to " + LARGEST_ARRAY + ": " + maxPayloadBytes);
    }
    if (buffer.capacity() == 0) {
      throw new IllegalArgumentException("the buffer holds nothing");
    }
    this.channel = channel;
    this.maxPayloadBytes = maxPayloadBytes;
    this.buffer = buffer.limit(0);
  }

  /**
   * The next payload, or null at a clean end: the channel ended exactly where a record would begin.
   *
   * @throws CorruptRecordException if a checksum does not match, the length exceeds the limit, or
   *     the channel ends inside the record
   * @throws IOException if the channel fails
   * @throws IllegalStateException after any of these: what follows cannot be found again
   */
  public byte @Nullable [] next() throws IOException {
    if (failed) {
      throw new IllegalStateException("an earlier record could not be read");
    }
    failed = true;
    byte[] payload = read();
    failed = false;
    return payload;
  }

  /** Number of the record last returned, from 0; -1 before the first. */
  public long index() {
    return index;
  }

  /**
   * Where the length field of the record last returned begins, in bytes from where the channel
   * stood at construction; -1 before the first.
   */
  public long offset() {
    return offset;
  }

  /** Bytes of all records returned so far, framing included: where the next one begins. */
  public long position() {
    return position;
  }

  /** Closes the channel. */
  @Override
  public void close() throws IOException {
    channel.close();
  }

  private byte @Nullable [] read() throws IOException {
    int headerBytes = fill(header);
    if (headerBytes == 0) {
      return null;
    }
    insist(headerBytes, RecordFraming.HEADER_BYTES, "header");
    int length = checkedLength();

    byte[] payload = new byte[length];
    insist(fill(payload), length, "data");
    insist(fill(footer), RecordFraming.FOOTER_BYTES, "footer");
    compare("data", (int) INT.get(footer, 0), RecordFraming.maskedCrc32c(crc, payload, 0, length));

    index++;
    offset = position;
    position += RecordFraming.framedLength(length);
    return payload;
  }

  /** The length is believed only after its checksum, and allocated only below the limit. */
  private int checkedLength() throws CorruptRecordException {
    int computed = RecordFraming.maskedCrc32c(crc, header, 0, RecordFraming.LENGTH_BYTES);
    compare("length", (int) INT.get(header, RecordFraming.LENGTH_BYTES), computed);
    long length = (long) LONG.get(header, 0);
    if (length < 0 || length > maxPayloadBytes) {
      throw damage(
          "length "
              + Long.toUnsignedString(length)
              + " exceeds the limit of "
              + maxPayloadBytes
              + " bytes");
    }
    return (int) length;
  }

  /** Fills {@code target} from its start; returns less than its length only at the end. */
  private int fill(byte[] target) throws IOException {
    int filled = 0;
    while (true) {
      int count = Math.min(buffer.remaining(), target.length - filled);
      buffer.get(target, filled, count);
      filled += count;
      if (filled == target.length || !refill()) {
        return filled;
      }
    }
  }

  private boolean refill() throws IOException {
    buffer.clear();
    int count;
    try {
      do {
        count = channel.read(buffer);
      } while (count == 0);
    } finally {
      buffer.flip();
    }
    return count > 0;
  }

  private void insist(int actual, int expected, String part) throws CorruptRecordException {
    if (actual < expected) {
      throw damage("file ends inside the " + part + ": " + actual + " of " + expected + " bytes");
    }
  }

  private void compare(String part, int stored, int computed) throws CorruptRecordException {
    if (stored != computed) {
      throw damage(
          String.format(
              "%s checksum mismatch: stored %08x, computed %08x", part, stored, computed));
    }
  }

  private CorruptRecordException damage(String problem) {
    return new CorruptRecordException(index + 1, position, problem);
  }
}
