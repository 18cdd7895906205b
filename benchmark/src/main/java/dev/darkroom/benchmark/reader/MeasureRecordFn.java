package dev.darkroom.benchmark.reader;

import org.apache.beam.sdk.metrics.Distribution;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.transforms.DoFn;

/** Counts records and their bytes. */
final class MeasureRecordFn extends DoFn<byte[], Void> {
  static final String NAMESPACE = "reader";
  static final String BYTES = "payload_bytes";

  private final Distribution bytes = Metrics.distribution(NAMESPACE, BYTES);

  @ProcessElement
  public void measure(@Element byte[] record) {
    bytes.update(record.length);
  }
}
