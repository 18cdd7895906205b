package dev.darkroom.transforms.coders;

import com.google.common.collect.ImmutableMap;
import dev.darkroom.transforms.dataset.DatasetPlan;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.coders.AtomicCoder;
import org.apache.beam.sdk.coders.ListCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.coders.VarLongCoder;

/** {@link DatasetPlan}s, deterministic. Immutable, thread-safe. */
public final class DatasetPlanCoder extends AtomicCoder<DatasetPlan> {
  private static final StringUtf8Coder STRING = StringUtf8Coder.of();
  private static final VarLongCoder LONG = VarLongCoder.of();
  private static final VarIntCoder INT = VarIntCoder.of();
  private static final ListCoder<String> STRINGS = ListCoder.of(STRING);
  private static final ListCoder<Integer> INTS = ListCoder.of(INT);
  private static final DatasetPlanCoder INSTANCE = new DatasetPlanCoder();

  private DatasetPlanCoder() {}

  /** The coder. */
  public static DatasetPlanCoder of() {
    return INSTANCE;
  }

  @Override
  public void encode(DatasetPlan plan, OutputStream out) throws IOException {
    STRINGS.encode(plan.labels(), out);
    INT.encode(plan.shards().size(), out);
    for (Map.Entry<String, Integer> split : plan.shards().entrySet()) {
      STRING.encode(split.getKey(), out);
      INT.encode(split.getValue(), out);
    }
    LONG.encode(plan.listed(), out);
    INTS.encode(List.copyOf(plan.unmatchedInputs()), out);
    INTS.encode(List.copyOf(plan.inputsWithRootClass()), out);
  }

  @Override
  public DatasetPlan decode(InputStream in) throws IOException {
    List<String> labels = STRINGS.decode(in);
    ImmutableMap.Builder<String, Integer> shards = ImmutableMap.builder();
    for (int splits = INT.decode(in); splits > 0; splits--) {
      String split = STRING.decode(in);
      shards.put(split, INT.decode(in));
    }
    return DatasetPlan.of(
        labels, shards.buildOrThrow(), LONG.decode(in), INTS.decode(in), INTS.decode(in));
  }
}
