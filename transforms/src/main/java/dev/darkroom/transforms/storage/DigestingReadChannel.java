package dev.darkroom.transforms.storage;

import com.google.common.io.ByteStreams;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;

/** Digests what is read through it. Not thread-safe. */
public final class DigestingReadChannel implements ReadableByteChannel {
  private final ReadableByteChannel file;
  private final FileDigest digest = new FileDigest();

  /** Reads from {@code file}, which is closed with this channel. */
  public DigestingReadChannel(ReadableByteChannel file) {
    this.file = file;
  }

  @Override
  public int read(ByteBuffer target) throws IOException {
    int start = target.position();
    int count = file.read(target);
    ByteBuffer read = target.duplicate();
    read.position(start).limit(target.position());
    digest.update(read);
    return count;
  }

  /** Reads what is left, for the digest's sake. */
  public FileDigest digestOfAll() throws IOException {
    ByteStreams.exhaust(Channels.newInputStream(this));
    return digest;
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
