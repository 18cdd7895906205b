package dev.darkroom.transforms.tfrecord.format;

import java.util.zip.CRC32C;

/**
 * How a TFRecord file frames one payload. All numbers are little-endian:
 *
 * <pre>{@code
 * uint64  length of the payload, in bytes
 * uint32  masked CRC-32C of those 8 bytes
 * byte[]  payload
 * uint32  masked CRC-32C of the payload
 * }</pre>
 *
 * <p>A file is a sequence of such records and nothing else: no header, footer or count.
 *
 * @see <a
 *     href="https://github.com/tensorflow/tensorflow/blob/v2.4.0/tensorflow/core/lib/io/record_writer.h">TensorFlow's
 *     record_writer.h</a>
 */
public final class RecordFraming {
  /** Bytes of the length field. */
  public static final int LENGTH_BYTES = 8;

  /** Bytes of each of the two checksums. */
  public static final int CHECKSUM_BYTES = 4;

  /** Bytes before the payload. */
  public static final int HEADER_BYTES = LENGTH_BYTES + CHECKSUM_BYTES;

  /** Bytes after the payload. */
  public static final int FOOTER_BYTES = CHECKSUM_BYTES;

  /** Bytes that framing adds to every payload. */
  public static final int OVERHEAD_BYTES = HEADER_BYTES + FOOTER_BYTES;

  private static final int MASK_ROTATION = 15;
  private static final int MASK_DELTA = 0xa282ead8;

  private RecordFraming() {}

  /**
   * The checksum as stored: CRC-32C, rotated right by 15 bits, plus 0xa282ead8 modulo 2^32. The
   * mask keeps the checksum of data that itself contains checksums from degenerating.
   *
   * @param crc used as scratch space: reset, then left holding the unmasked checksum
   * @throws ArrayIndexOutOfBoundsException if the range is not inside {@code bytes}
   * @see <a
   *     href="https://github.com/tensorflow/tensorflow/blob/v2.4.0/tensorflow/core/lib/hash/crc32c.h">TensorFlow's
   *     crc32c.h</a>, the source of the formula
   */
  static int maskedCrc32c(CRC32C crc, byte[] bytes, int offset, int length) {
    crc.reset();
    crc.update(bytes, offset, length);
    return Integer.rotateRight((int) crc.getValue(), MASK_ROTATION) + MASK_DELTA;
  }

  /**
   * The masked CRC-32C of {@code bytes}, as stored in a record.
   *
   * @return all 32 bits are significant; the value may be negative
   */
  public static int maskedCrc32c(byte[] bytes) {
    return maskedCrc32c(new CRC32C(), bytes, 0, bytes.length);
  }

  /**
   * Bytes that a payload takes up in a file.
   *
   * @param payloadBytes not negative
   * @throws IllegalArgumentException if {@code payloadBytes} is negative
   * @throws ArithmeticException if the sum exceeds a {@code long}
   */
  public static long framedLength(long payloadBytes) {
    if (payloadBytes < 0) {
      throw new IllegalArgumentException("payloadBytes must not be negative: " + payloadBytes);
    }
    return Math.addExact(payloadBytes, OVERHEAD_BYTES);
  }
}
