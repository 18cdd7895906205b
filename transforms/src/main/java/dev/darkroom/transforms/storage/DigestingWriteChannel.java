package dev.darkroom.transforms.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;

/**
 * Digests what passes through on its way to a file, and passes it on in large writes. Not
 * thread-safe.
 */
public final class DigestingWriteChannel implements WritableByteChannel {
  private static final int BUFFER_BYTES = 1 << 18;

  private final WritableByteChannel file;
  private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
  private final FileDigest digest = new FileDigest();

  /** Writes to {@code file}, which is closed with this channel. */
  public DigestingWriteChannel(WritableByteChannel file) {
    this.file = file;
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
    digest.update(buffer);
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

  /** Of all that was written, once closed. */
  public FileDigest digest() {
    return digest;
  }
}
