package dev.darkroom.benchmark.bucket.store;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Keeps bytes in memory. */
final class MemorySink extends ContentSink {
  private static final int BLOCK_BYTES = 256 << 10;

  private final List<byte[]> blocks = new ArrayList<>();
  private byte[] block = {};
  private int used;

  @Override
  void write(ByteBuffer bytes) {
    while (bytes.hasRemaining()) {
      if (used == block.length) {
        block = new byte[BLOCK_BYTES];
        blocks.add(block);
        used = 0;
      }
      int taken = Math.min(bytes.remaining(), BLOCK_BYTES - used);
      bytes.get(block, used, taken);
      used += taken;
    }
  }

  @Override
  public Content content() {
    if (!blocks.isEmpty()) {
      blocks.set(blocks.size() - 1, Arrays.copyOf(block, used));
    }
    return new MemoryContent(blocks, BLOCK_BYTES, size());
  }

  @Override
  public void discard() {
    blocks.clear();
  }
}
