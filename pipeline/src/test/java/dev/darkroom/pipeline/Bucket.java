package dev.darkroom.pipeline;

import dev.darkroom.benchmark.bucket.BucketSettings;
import dev.darkroom.benchmark.bucket.EmulatedBucket;
import dev.darkroom.benchmark.bucket.RequestCounts;
import dev.darkroom.benchmark.bucket.conditions.Conditions;
import dev.darkroom.benchmark.bucket.conditions.Faults;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A collection behind {@code gs://photos/}, and {@code gs://out/} for what is made of it. */
final class Bucket implements AutoCloseable {
  private final EmulatedBucket bucket;

  Bucket(Path photos, String faults) throws IOException {
    bucket =
        EmulatedBucket.start(
            BucketSettings.builder()
                .buckets(List.of("photos", "out"))
                .folder(photos)
                .conditions(Conditions.builder().faults(Faults.parse(faults)).seed(7).build())
                .build());
  }

  /** A run that talks to this bucket as if it were Google's. */
  Run run(String verb, String... flags) {
    List<String> arguments = new ArrayList<>(List.of(verb));
    arguments.addAll(List.of(flags));
    arguments.add("--gcsEndpoint=" + bucket.endpoint());
    arguments.add("--project=some-project");
    arguments.add(
        "--credentialFactoryClass=org.apache.beam.sdk.extensions.gcp.auth.NoopCredentialFactory");
    return Run.of(arguments.toArray(new String[0]));
  }

  RequestCounts requests() {
    return bucket.counts();
  }

  @Override
  public void close() throws IOException {
    bucket.close();
  }
}
