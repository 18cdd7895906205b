package dev.darkroom.transforms.verify;

import dev.darkroom.transforms.coders.ShardIdCoder;
import dev.darkroom.transforms.dataset.ShardId;
import dev.darkroom.transforms.publish.Manifest;
import dev.darkroom.transforms.storage.StoredFiles;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.transforms.Combine;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PDone;

/** Every shard of a manifest to one verdict, written as JSON to a file. */
public final class VerifyDataset extends PTransform<PBegin, PDone> {
  private final VerifySettings settings;
  private final List<KV<ShardId, String>> shards;

  private VerifyDataset(VerifySettings settings, List<KV<ShardId, String>> shards) {
    this.settings = settings;
    this.shards = shards;
  }

  /** Verifies the dataset that {@code manifest} describes. */
  public static VerifyDataset of(VerifySettings settings, Manifest manifest) {
    List<KV<ShardId, String>> shards = new ArrayList<>();
    for (Manifest.Split split : manifest.splits()) {
      int count = split.shards().size();
      for (int index = 0; index < count; index++) {
        shards.add(
            KV.of(ShardId.of(split.name(), index, count), split.shards().get(index).toJson()));
      }
    }
    return new VerifyDataset(settings, shards);
  }

  @Override
  public PDone expand(PBegin begin) {
    begin
        .apply(
            "Take the manifest's shards",
            Create.of(shards).withCoder(KvCoder.of(ShardIdCoder.of(), StringUtf8Coder.of())))
        .apply("Spread", GroupByKey.create())
        .apply("Read shards", ParDo.of(new VerifyShardFn(settings)))
        .setCoder(StringUtf8Coder.of())
        .apply("Merge verdicts", Combine.globally(VerifyDataset::merge))
        .apply("Write the verdict", ParDo.of(new WriteVerdictFn(settings.verdictUri())));
    return PDone.in(begin.getPipeline());
  }

  private static String merge(Iterable<String> verdicts) {
    Verdict all = Verdict.NONE;
    for (String verdict : verdicts) {
      all = all.and(Verdict.parse(verdict));
    }
    return all.toJson();
  }

  private static final class WriteVerdictFn extends DoFn<String, Void> {
    private final String uri;

    WriteVerdictFn(String uri) {
      this.uri = uri;
    }

    @ProcessElement
    public void write(@Element String verdict) throws IOException {
      StoredFiles.write(uri, verdict);
    }
  }
}
