package dev.darkroom.transforms.image.source;

import dev.darkroom.transforms.rejection.Reason;
import dev.darkroom.transforms.rejection.RejectedException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** A cursor over the chunks of a WebP file, or of a frame within one (RFC 9649, section 2.3). */
public final class WebpChunks {
  private static final int FILE_HEADER_BYTES = 12;
  private static final int CHUNK_HEADER_BYTES = 8;
  private static final int MOST_LOSSY_SIDE = 0x3FFF;

  /** In a frame, what comes before its chunks. */
  private static final int FRAME_HEADER_BYTES = 16;

  private final ByteBuffer buffer;
  private final int limit;
  private int start;
  private int end;

  private WebpChunks(ByteBuffer buffer, int from, int limit) {
    this.buffer = buffer;
    this.end = from;
    this.limit = limit;
  }

  /**
   * Begins before a file's first chunk.
   *
   * @throws RejectedException if the file is shorter than it says
   */
  public static WebpChunks ofFile(byte[] webp) throws RejectedException {
    ByteBuffer buffer = ByteBuffer.wrap(webp).order(ByteOrder.LITTLE_ENDIAN);
    long bytes = webp.length < FILE_HEADER_BYTES ? Long.MAX_VALUE : unsigned(buffer, 4) + 8;
    if (bytes > webp.length) {
      throw new RejectedException(Reason.TRUNCATED, "the WebP data is shorter than it says");
    }
    return new WebpChunks(buffer, FILE_HEADER_BYTES, (int) bytes);
  }

  /** Begins before the first chunk within the frame that this stands on. */
  WebpChunks ofFrame() throws RejectedException {
    if (size() < FRAME_HEADER_BYTES) {
      throw corrupt("a frame is too short");
    }
    return new WebpChunks(buffer, body() + FRAME_HEADER_BYTES, body() + size());
  }

  /**
   * Moves to the next chunk, if there is one.
   *
   * @throws RejectedException if the chunk ends behind what holds it
   */
  public boolean next() throws RejectedException {
    start = end;
    if (start >= limit) {
      return false;
    }
    if (limit - start < CHUNK_HEADER_BYTES || limit - start - CHUNK_HEADER_BYTES < size()) {
      throw corrupt("a chunk is longer than what holds it");
    }
    end = body() + size() + (size() & 1);
    return true;
  }

  /** Whether the chunk has this name of four characters. */
  public boolean is(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (buffer.get(start + i) != name.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Where the chunk begins, with its name. */
  public int start() {
    return start;
  }

  /** Where the content begins, behind name and length. */
  public int body() {
    return start + CHUNK_HEADER_BYTES;
  }

  /** Bytes of the content; a negative number is a huge one. */
  public int size() {
    long size = unsigned(buffer, start + 4);
    return (int) Math.min(Integer.MAX_VALUE, size);
  }

  /** Bytes of the content and of what fills it up to an even number, if that is there. */
  public int paddedSize() {
    return Math.min(size() + (size() & 1), limit - body());
  }

  /** Requires that the content has at least so many bytes. */
  void requireBytes(int count) throws RejectedException {
    if (size() < count) {
      throw corrupt("a chunk is too short");
    }
  }

  /** A byte of the content. */
  public int byteAt(int offset) {
    return buffer.get(body() + offset) & 0xFF;
  }

  /** Pixels of each row of a lossy picture, which the chunk is. */
  public int lossyWidth() {
    return shortAt(6) & MOST_LOSSY_SIDE;
  }

  /** Rows of a lossy picture, which the chunk is. */
  public int lossyHeight() {
    return shortAt(8) & MOST_LOSSY_SIDE;
  }

  /** Two bytes of the content. */
  int shortAt(int offset) {
    return buffer.getShort(body() + offset) & 0xFFFF;
  }

  /** Three bytes of the content. */
  int threeBytesAt(int offset) {
    return shortAt(offset) | byteAt(offset + 2) << 16;
  }

  /** Four bytes of the content. */
  int intAt(int offset) {
    return buffer.getInt(body() + offset);
  }

  private static long unsigned(ByteBuffer buffer, int at) {
    return buffer.getInt(at) & 0xFFFFFFFFL;
  }

  /** The rejection of a file in which something is wrong. */
  public static RejectedException corrupt(String what) {
    return new RejectedException(Reason.CORRUPT, "broken WebP: " + what);
  }

  /** The rejection of a file whose coded data is missing bytes. */
  public static RejectedException cutShort() {
    return corrupt("the data ends too early");
  }
}
