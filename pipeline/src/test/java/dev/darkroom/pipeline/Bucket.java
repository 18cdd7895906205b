package dev.darkroom.pipeline;

import dev.darkroom.benchmark.bucket.BucketSettings;
import dev.darkroom.benchmark.bucket.EmulatedBucket;
import dev.darkroom.benchmark.bucket.RequestCounts;
import dev.darkroom.benchmark.bucket.conditions.Conditions;
import dev.darkroom.benchmark.bucket.conditions.Faults;
import dev.darkroom.transforms.storage.StoredFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.beam.sdk.extensions.gcp.auth.CredentialFactory;
import org.apache.beam.sdk.extensions.gcp.options.GcsOptions;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.MatchResult;
import org.apache.beam.sdk.options.PipelineOptionsFactory;

/** A collection behind {@code gs://photos/}, and {@code gs://out/} for what is made of it. */
final class Bucket implements AutoCloseable {
  private final EmulatedBucket bucket;

  Bucket(Path photos, String faults) throws IOException {
    this(photos, Conditions.builder().faults(Faults.parse(faults)));
  }

  Bucket(Path photos, Conditions.Builder conditions) throws IOException {
    this(BucketSettings.builder().folder(photos).conditions(conditions.seed(7).build()));
  }

  private Bucket(BucketSettings.Builder settings) throws IOException {
    bucket = EmulatedBucket.start(settings.buckets(List.of("photos", "out")).build());
  }

  /** A bucket that refuses requests which name no project to pay for them. */
  static Bucket thatLetsTheRequesterPay(Path photos) throws IOException {
    return new Bucket(BucketSettings.builder().folder(photos).requesterPays(true));
  }

  /** The flags by which a run talks to this bucket as if it were Google's. */
  List<String> flags() {
    return List.of(
        "--gcsEndpoint=" + bucket.endpoint(),
        "--project=some-project",
        "--credentialFactoryClass=org.apache.beam.sdk.extensions.gcp.auth.NoopCredentialFactory");
  }

  /** Content of the objects in a {@code gs://} folder, by name below it. */
  Map<String, byte[]> objects(String folder) throws IOException {
    FileSystems.setDefaultPipelineOptions(
        PipelineOptionsFactory.fromArgs(flags().toArray(new String[0])).as(GcsOptions.class));
    Map<String, byte[]> objects = new TreeMap<>();
    for (MatchResult.Metadata object : FileSystems.match(folder + "**").metadata()) {
      String uri = object.resourceId().toString();
      objects.put(uri.substring(folder.length()), StoredFiles.readIfPresent(uri).orElseThrow());
    }
    return objects;
  }

  /** A run with these flags. */
  Run run(String verb, String... flags) {
    return runAs(flags(), verb, flags);
  }

  /** A run with these flags, by somebody else. */
  Run runAs(Class<? extends CredentialFactory> somebody, String verb, String... flags) {
    List<String> arguments = new ArrayList<>(flags().subList(0, 2));
    arguments.add("--credentialFactoryClass=" + somebody.getName());
    return runAs(arguments, verb, flags);
  }

  private static Run runAs(List<String> who, String verb, String... flags) {
    List<String> arguments = new ArrayList<>(List.of(verb));
    arguments.addAll(List.of(flags));
    arguments.addAll(who);
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
