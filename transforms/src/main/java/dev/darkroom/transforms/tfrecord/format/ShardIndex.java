package dev.darkroom.transforms.tfrecord.format;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.google.common.primitives.ImmutableLongArray;
import com.google.errorprone.annotations.CanIgnoreReturnValue;

/**
 * Where each record of a shard lies. As a file this is NVIDIA DALI's index: one line per record,
 * {@code offset size}, in decimal bytes, where the offset is that of the length field and the size
 * includes {@linkplain RecordFraming#OVERHEAD_BYTES framing}. The first offset is 0, every other
 * one the end of the record before.
 *
 * <p>Immutable and thread safe; 8 bytes per record. The builder is not thread safe.
 *
 * @see <a
 *     href="https://docs.nvidia.com/deeplearning/dali/user-guide/docs/examples/general/data_loading/dataloading_tfrecord.html">DALI
 *     on TFRecord</a>
 */
public final class ShardIndex {
  /** Ends, not offsets: the last one is then the length of the file. */
  private final ImmutableLongArray ends;

  private ShardIndex(ImmutableLongArray ends) {
    this.ends = ends;
  }

  /** An index to be filled as records are written. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Reads the text that {@link #toBytes} writes, and nothing looser.
   *
   * @throws CorruptIndexException at the first line that is not two plain decimal numbers, does not
   *     begin where the one before ended, is too small for a record, or lacks its newline
   */
  public static ShardIndex parse(byte[] text) throws CorruptIndexException {
    return new ShardIndexParser(text).parse();
  }

  /** Number of records. */
  public int count() {
    return ends.length();
  }

  /**
   * Where a record's length field begins, in bytes from the start of the file.
   *
   * @throws IndexOutOfBoundsException unless {@code 0 <= record < count()}
   */
  public long offset(int record) {
    return ends.get(record) - size(record);
  }

  /**
   * Bytes of a record, framing included.
   *
   * @throws IndexOutOfBoundsException unless {@code 0 <= record < count()}
   */
  public long size(int record) {
    return ends.get(record) - (record == 0 ? 0 : ends.get(record - 1));
  }

  /** Length of the whole file, in bytes. */
  public long totalBytes() {
    return ends.isEmpty() ? 0 : ends.get(ends.length() - 1);
  }

  /** The index as a file: ASCII, every line ended by a newline, empty for no records. */
  public byte[] toBytes() {
    StringBuilder text = new StringBuilder();
    long offset = 0;
    for (int record = 0; record < ends.length(); record++) {
      long end = ends.get(record);
      text.append(offset).append(' ').append(end - offset).append('\n');
      offset = end;
    }
    return text.toString().getBytes(US_ASCII);
  }

  /** Collects the sizes of records in the order in which they are written. */
  public static final class Builder {
    private final ImmutableLongArray.Builder ends = ImmutableLongArray.builder();
    private long totalBytes;

    private Builder() {}

    /**
     * Appends a record.
     *
     * @param size its bytes, framing included; at least {@link RecordFraming#OVERHEAD_BYTES}
     * @return its offset, in bytes from the start of the file
     * @throws IllegalArgumentException if {@code size} is too small for a record
     * @throws ArithmeticException if the file would exceed a {@code long}
     */
    @CanIgnoreReturnValue
    public long add(long size) {
      if (size < RecordFraming.OVERHEAD_BYTES) {
        throw new IllegalArgumentException(
            "size must be at least " + RecordFraming.OVERHEAD_BYTES + ": " + size);
      }
      long offset = totalBytes;
      totalBytes = Math.addExact(totalBytes, size);
      ends.add(totalBytes);
      return offset;
    }

    /** Length of the file so far, in bytes: the offset of the next record. */
    public long totalBytes() {
      return totalBytes;
    }

    /** What was added so far; the builder may go on. */
    public ShardIndex build() {
      return new ShardIndex(ends.build());
    }
  }
}
