package dev.darkroom.transforms.planning;

import dev.darkroom.transforms.coders.CensusCoder;
import dev.darkroom.transforms.coders.ImageRefCoder;
import dev.darkroom.transforms.dataset.Census;
import dev.darkroom.transforms.dataset.DatasetPlan;
import dev.darkroom.transforms.dataset.ImageRef;
import dev.darkroom.transforms.dataset.SeededOrder;
import dev.darkroom.transforms.rejection.Reason;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.transforms.Combine;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.WithKeys;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionView;
import org.apache.beam.sdk.values.TypeDescriptors;

/** All references to a census of each split, every file counted once however often it is listed. */
public final class TakeCensus
    extends PTransform<PCollection<ImageRef>, PCollection<KV<String, Census>>> {
  /** Enough to spread the work, few enough to cost nothing. */
  private static final int GROUPS = 16;

  private final PCollectionView<DatasetPlan> plan;
  private final long maxFileBytes;
  private final int sampleSize;

  private TakeCensus(PCollectionView<DatasetPlan> plan, long maxFileBytes, int sampleSize) {
    this.plan = plan;
    this.maxFileBytes = maxFileBytes;
    this.sampleSize = sampleSize;
  }

  /**
   * Counts what {@code plan} was made of.
   *
   * @param maxFileBytes the largest source file read
   * @param sampleSize how many files to draw in each split
   */
  public static TakeCensus of(
      PCollectionView<DatasetPlan> plan, long maxFileBytes, int sampleSize) {
    return new TakeCensus(plan, maxFileBytes, sampleSize);
  }

  @Override
  public PCollection<KV<String, Census>> expand(PCollection<ImageRef> refs) {
    KvCoder<String, Census> coder = KvCoder.of(StringUtf8Coder.of(), CensusCoder.of());
    return refs.apply(
            "Divide",
            WithKeys.of((ImageRef ref) -> Math.floorMod(ref.uri().hashCode(), GROUPS))
                .withKeyType(TypeDescriptors.integers()))
        .setCoder(KvCoder.of(VarIntCoder.of(), ImageRefCoder.of()))
        .apply("Group", GroupByKey.create())
        .apply("Count", ParDo.of(new CountFn(plan, maxFileBytes, sampleSize)).withSideInputs(plan))
        .setCoder(coder)
        .apply("Merge", Combine.perKey(TakeCensus::merge))
        .setCoder(coder);
  }

  private static Census merge(Census one, Census other) {
    return new Census(one.sampleSize()).add(one).add(other);
  }

  private static final class CountFn
      extends DoFn<KV<Integer, Iterable<ImageRef>>, KV<String, Census>> {
    private final PCollectionView<DatasetPlan> plan;
    private final long maxFileBytes;
    private final int sampleSize;

    CountFn(PCollectionView<DatasetPlan> plan, long maxFileBytes, int sampleSize) {
      this.plan = plan;
      this.maxFileBytes = maxFileBytes;
      this.sampleSize = sampleSize;
    }

    @ProcessElement
    public void count(ProcessContext context) throws IOException, InterruptedException {
      Foresight foresight = new Foresight(context.sideInput(plan), maxFileBytes);
      Map<String, Census> splits = new HashMap<>();
      for (ImageRef ref : SeededOrder.of(context.element().getValue(), 0)) {
        Census census = splits.computeIfAbsent(ref.split(), unseen -> new Census(sampleSize));
        Optional<Reason> reason = foresight.reason(ref);
        if (reason.isPresent()) {
          census.reject(ref, reason.get(), reason.get() != Reason.TOO_MANY_BYTES);
        } else {
          census.add(ref);
        }
      }
      splits.forEach((split, census) -> context.output(KV.of(split, census)));
    }
  }
}
