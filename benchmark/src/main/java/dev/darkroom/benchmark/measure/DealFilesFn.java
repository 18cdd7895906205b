package dev.darkroom.benchmark.measure;

import dev.darkroom.transforms.dataset.ImageRef;
import dev.darkroom.transforms.dataset.StableHash;
import java.io.IOException;
import java.util.Set;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;

/** Deals files into parts by a hash of their names, and leaves out what the records leave out. */
final class DealFilesFn extends DoFn<ImageRef, KV<Integer, String>> {
  private final MeasureSettings settings;
  private transient Set<String> rejected;

  DealFilesFn(MeasureSettings settings) {
    this.settings = settings;
  }

  @Setup
  public void readRejected() throws IOException {
    rejected = RejectedKeys.read(settings.records());
  }

  @ProcessElement
  public void deal(@Element ImageRef ref, OutputReceiver<KV<Integer, String>> out) {
    if (!rejected.contains(ref.key())) {
      int part = StableHash.SHARD.draw(ref.key(), settings.seed(), settings.parts());
      out.output(KV.of(part, ref.key()));
    }
  }
}
