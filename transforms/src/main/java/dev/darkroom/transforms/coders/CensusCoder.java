package dev.darkroom.transforms.coders;

import dev.darkroom.transforms.dataset.Census;
import dev.darkroom.transforms.dataset.ImageRef;
import dev.darkroom.transforms.dataset.Stratum;
import dev.darkroom.transforms.rejection.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import org.apache.beam.sdk.coders.AtomicCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.coders.VarLongCoder;

/** {@link Census}es, deterministic. Immutable, thread-safe. */
public final class CensusCoder extends AtomicCoder<Census> {
  private static final StringUtf8Coder STRING = StringUtf8Coder.of();
  private static final VarLongCoder LONG = VarLongCoder.of();
  private static final VarIntCoder INT = VarIntCoder.of();
  private static final CensusCoder INSTANCE = new CensusCoder();

  private CensusCoder() {}

  /** The coder. */
  public static CensusCoder of() {
    return INSTANCE;
  }

  @Override
  public void encode(Census census, OutputStream out) throws IOException {
    INT.encode(census.sampleSize(), out);
    LONG.encode(census.listed(), out);
    LONG.encode(census.sourceBytes(), out);
    INT.encode(census.classes().size(), out);
    for (Map.Entry<String, Long> entry : census.classes().entrySet()) {
      STRING.encode(entry.getKey(), out);
      LONG.encode(entry.getValue(), out);
    }
    INT.encode(census.rejected().size(), out);
    for (Map.Entry<Reason, Long> entry : census.rejected().entrySet()) {
      STRING.encode(entry.getKey().name(), out);
      LONG.encode(entry.getValue(), out);
    }
    INT.encode(census.strata().size(), out);
    for (Map.Entry<Integer, Stratum> entry : census.strata().entrySet()) {
      INT.encode(entry.getKey(), out);
      LONG.encode(entry.getValue().images(), out);
      INT.encode(entry.getValue().drawn().size(), out);
      for (Map.Entry<Long, ImageRef> drawn : entry.getValue().drawn().entrySet()) {
        LONG.encode(drawn.getKey(), out);
        ImageRefCoder.of().encode(drawn.getValue(), out);
      }
    }
  }

  @Override
  public Census decode(InputStream in) throws IOException {
    Census census = new Census(INT.decode(in));
    census.count(LONG.decode(in), LONG.decode(in));
    for (int classes = INT.decode(in); classes > 0; classes--) {
      census.classes().put(STRING.decode(in), LONG.decode(in));
    }
    for (int reasons = INT.decode(in); reasons > 0; reasons--) {
      census.rejected().put(Reason.valueOf(STRING.decode(in)), LONG.decode(in));
    }
    for (int strata = INT.decode(in); strata > 0; strata--) {
      Stratum stratum = census.stratum(INT.decode(in));
      stratum.count(LONG.decode(in));
      for (int drawn = INT.decode(in); drawn > 0; drawn--) {
        long draw = LONG.decode(in);
        stratum.offer(draw, ImageRefCoder.of().decode(in), census.mostPerStratum());
      }
    }
    return census;
  }
}
