package dev.darkroom.benchmark.bucket.store;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.List;

/** Bytes in memory, in blocks that are full but for the last. */
public final class MemoryContent implements Content {
  private final List<byte[]> blocks;
  private final int blockBytes;
  private final long size;

  MemoryContent(List<byte[]> blocks, int blockBytes, long size) {
    this.blocks = blocks;
    this.blockBytes = blockBytes;
    this.size = size;
  }

  /** All of an array, which must not change any more. */
  public static MemoryContent of(byte[] bytes) {
    return new MemoryContent(List.of(bytes), Math.max(1, bytes.length), bytes.length);
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public Reading open() {
    return new Reading() {
      @Override
      public ByteBuf piece(long from, int atMost) {
        int offset = (int) (from % blockBytes);
        int bytes = (int) Math.min(Math.min(atMost, size - from), blockBytes - offset);
        return Unpooled.wrappedBuffer(blocks.get((int) (from / blockBytes)), offset, bytes);
      }

      @Override
      public void close() {}
    };
  }
}
