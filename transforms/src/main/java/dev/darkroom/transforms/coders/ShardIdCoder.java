package dev.darkroom.transforms.coders;

import dev.darkroom.transforms.dataset.ShardId;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.beam.sdk.coders.AtomicCoder;
import org.apache.beam.sdk.coders.BigEndianIntegerCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;

/**
 * {@link ShardId}s, deterministic. The index comes last and in fixed width: Spark assigns a key to
 * a partition by a polynomial hash of these bytes modulo the number of partitions, so the shards of
 * a split fall into the partitions in turn and not by chance. Immutable, thread-safe.
 */
public final class ShardIdCoder extends AtomicCoder<ShardId> {
  private static final StringUtf8Coder STRING = StringUtf8Coder.of();
  private static final BigEndianIntegerCoder INT = BigEndianIntegerCoder.of();
  private static final ShardIdCoder INSTANCE = new ShardIdCoder();

  private ShardIdCoder() {}

  /** The coder. */
  public static ShardIdCoder of() {
    return INSTANCE;
  }

  @Override
  public void encode(ShardId shard, OutputStream out) throws IOException {
    STRING.encode(shard.split(), out);
    INT.encode(shard.count(), out);
    INT.encode(shard.index(), out);
  }

  @Override
  public ShardId decode(InputStream in) throws IOException {
    String split = STRING.decode(in);
    int count = INT.decode(in);
    return ShardId.of(split, INT.decode(in), count);
  }
}
