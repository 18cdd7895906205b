package dev.darkroom.transforms.convert;

import com.google.common.io.BaseEncoding;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.zip.CRC32C;

/**
 * Counts and digests what passes through on its way to a file, in large writes. Not thread-safe.
 */
final class DigestingChannel implements WritableByteChannel {
  private static final int BUFFER_BYTES = 1 << 18;

  private final WritableByteChannel file;
  private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
  private final CRC32C crc32c = new CRC32C();
  private final MessageDigest sha256;
  private long bytes;

  DigestingChannel(WritableByteChannel file) {
    this.file = file;
    try {
      this.sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }

  @Override
  public int write(ByteBuffer source) throws IOException {
    int length = source.remaining();
    while (source.hasRemaining()) {
      if (!buffer.hasRemaining()) {
        drain();
      }
      int limit = source.limit();
      source.limit(source.position() + Math.min(source.remaining(), buffer.remaining()));
      buffer.put(source);
      source.limit(limit);
    }
    return length;
  }

  private void drain() throws IOException {
    buffer.flip();
    bytes += buffer.remaining();
    crc32c.update(buffer.duplicate());
    sha256.update(buffer.duplicate());
    while (buffer.hasRemaining()) {
      file.write(buffer);
    }
    buffer.clear();
  }

  @Override
  public boolean isOpen() {
    return file.isOpen();
  }

  @Override
  public void close() throws IOException {
    if (file.isOpen()) {
      drain();
      file.close();
    }
  }

  /** Bytes written, once closed. */
  long bytes() {
    return bytes;
  }

  /** CRC-32C of them, eight hexadecimal digits. */
  String crc32c() {
    return String.format("%08x", crc32c.getValue());
  }

  /** SHA-256 of them, 64 hexadecimal digits; to be asked once. */
  String sha256() {
    return BaseEncoding.base16().lowerCase().encode(sha256.digest());
  }
}
