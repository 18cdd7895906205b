package dev.darkroom.benchmark.bucket.store;

import io.netty.buffer.ByteBuf;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Takes the bytes of an object to be. Not thread-safe. */
public abstract class ContentSink {
  private final Checksums.Running checksums = new Checksums.Running();
  private long size;

  ContentSink() {}

  /** Takes the readable bytes; the buffer stays the caller's. */
  public final void append(ByteBuf bytes) throws IOException {
    for (ByteBuffer part : bytes.nioBuffers()) {
      size += part.remaining();
      checksums.add(part.duplicate());
      write(part);
    }
    bytes.skipBytes(bytes.readableBytes());
  }

  abstract void write(ByteBuffer bytes) throws IOException;

  /** How many bytes it has. */
  public final long size() {
    return size;
  }

  /** The bytes, once; nothing is appended any more. */
  public abstract Content content() throws IOException;

  /** Their checksums, once. */
  public final Checksums checksums() {
    return checksums.finish();
  }

  /** Forgets the bytes; there will be no object. */
  public abstract void discard() throws IOException;
}
