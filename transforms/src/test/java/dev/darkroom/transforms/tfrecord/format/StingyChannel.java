package dev.darkroom.transforms.tfrecord.format;

import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;

/** Hands over at most so many bytes per read, by turns; 0 is a read that brings nothing. */
final class StingyChannel implements ReadableByteChannel {
  private final ByteBuffer bytes;
  private final int[] portions;
  private int reads;
  private boolean open = true;

  StingyChannel(byte[] bytes, int... portions) {
    this.bytes = ByteBuffer.wrap(bytes);
    this.portions = portions;
  }

  @Override
  public int read(ByteBuffer target) {
    if (!bytes.hasRemaining()) {
      return -1;
    }
    int portion = portions[reads++ % portions.length];
    int count = Math.min(portion, Math.min(bytes.remaining(), target.remaining()));
    target.put(bytes.slice().limit(count));
    bytes.position(bytes.position() + count);
    return count;
  }

  @Override
  public boolean isOpen() {
    return open;
  }

  @Override
  public void close() {
    open = false;
  }
}
