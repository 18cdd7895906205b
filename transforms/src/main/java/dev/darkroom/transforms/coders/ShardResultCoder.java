package dev.darkroom.transforms.coders;

import dev.darkroom.transforms.dataset.Attempt;
import dev.darkroom.transforms.dataset.ShardFacts;
import dev.darkroom.transforms.dataset.ShardId;
import dev.darkroom.transforms.dataset.ShardResult;
import dev.darkroom.transforms.rejection.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.EnumMap;
import java.util.Map;
import org.apache.beam.sdk.coders.AtomicCoder;
import org.apache.beam.sdk.coders.SortedMapCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.coders.VarLongCoder;

/** {@link ShardResult}s, deterministic. Immutable, thread-safe. */
public final class ShardResultCoder extends AtomicCoder<ShardResult> {
  private static final StringUtf8Coder STRING = StringUtf8Coder.of();
  private static final VarLongCoder LONG = VarLongCoder.of();
  private static final VarIntCoder INT = VarIntCoder.of();
  private static final SortedMapCoder<String, Long> COUNTS = SortedMapCoder.of(STRING, LONG);
  private static final ShardResultCoder INSTANCE = new ShardResultCoder();

  private ShardResultCoder() {}

  /** The coder. */
  public static ShardResultCoder of() {
    return INSTANCE;
  }

  @Override
  public void encode(ShardResult result, OutputStream out) throws IOException {
    ShardIdCoder.of().encode(result.shard(), out);
    STRING.encode(result.attempt().prefix(), out);
    LONG.encode(result.facts().records(), out);
    LONG.encode(result.facts().bytes(), out);
    STRING.encode(result.facts().crc32c(), out);
    STRING.encode(result.facts().sha256(), out);
    COUNTS.encode(result.facts().classes(), out);
    LONG.encode(result.listed(), out);
    LONG.encode(result.untouched(), out);
    INT.encode(result.rejected().size(), out);
    for (Map.Entry<Reason, Long> entry : result.rejected().entrySet()) {
      STRING.encode(entry.getKey().name(), out);
      LONG.encode(entry.getValue(), out);
    }
    LONG.encode(result.sourceBytes(), out);
    STRING.encode(result.listingDigest(), out);
  }

  @Override
  public ShardResult decode(InputStream in) throws IOException {
    ShardId shard = ShardIdCoder.of().decode(in);
    Attempt attempt = Attempt.of(STRING.decode(in));
    ShardFacts facts =
        ShardFacts.of(
            LONG.decode(in),
            LONG.decode(in),
            STRING.decode(in),
            STRING.decode(in),
            COUNTS.decode(in));
    long listed = LONG.decode(in);
    long untouched = LONG.decode(in);
    Map<Reason, Long> rejected = new EnumMap<>(Reason.class);
    for (int reasons = INT.decode(in); reasons > 0; reasons--) {
      rejected.put(Reason.valueOf(STRING.decode(in)), LONG.decode(in));
    }
    return ShardResult.of(
        shard, attempt, facts, listed, untouched, rejected, LONG.decode(in), STRING.decode(in));
  }
}
