package dev.darkroom.benchmark.measure;

import dev.darkroom.benchmark.reading.RecordSet;
import dev.darkroom.benchmark.results.Format;
import java.io.IOException;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;

/** Lists the shards of one format, by number, each with the folder it is in. */
final class ListShardsFn extends DoFn<String, KV<Integer, String>> {
  private final Format format;

  ListShardsFn(Format format) {
    this.format = format;
  }

  @ProcessElement
  public void list(@Element String records, OutputReceiver<KV<Integer, String>> out)
      throws IOException {
    for (RecordSet set : RecordSet.find(records)) {
      for (int shard = 0; set.format() == format && shard < set.size(); shard++) {
        out.output(KV.of(shard, records));
      }
    }
  }
}
