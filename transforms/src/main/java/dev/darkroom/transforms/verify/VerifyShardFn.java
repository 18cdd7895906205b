package dev.darkroom.transforms.verify;

import dev.darkroom.transforms.dataset.ShardId;
import dev.darkroom.transforms.publish.Manifest;
import java.io.IOException;
import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;

/** Verifies one shard a call. */
final class VerifyShardFn extends DoFn<KV<ShardId, Iterable<String>>, String> {
  private final VerifySettings settings;
  private final Counter records =
      Metrics.counter(VerifyMetrics.NAMESPACE, VerifyMetrics.RECORDS_READ);
  private final Counter faults = Metrics.counter(VerifyMetrics.NAMESPACE, VerifyMetrics.FAULTS);

  VerifyShardFn(VerifySettings settings) {
    this.settings = settings;
  }

  @ProcessElement
  public void verify(@Element KV<ShardId, Iterable<String>> shard, OutputReceiver<String> verdicts)
      throws IOException {
    for (String expected : shard.getValue()) {
      Verdict verdict = settings.verifier().verify(shard.getKey(), Manifest.Shard.parse(expected));
      records.inc(verdict.records());
      faults.inc(verdict.faultCount());
      verdicts.output(verdict.toJson());
    }
  }
}
