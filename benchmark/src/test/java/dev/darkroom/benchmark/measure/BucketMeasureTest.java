package dev.darkroom.benchmark.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.darkroom.benchmark.Photos;
import dev.darkroom.benchmark.Run;
import dev.darkroom.benchmark.bucket.BucketSettings;
import dev.darkroom.benchmark.bucket.EmulatedBucket;
import dev.darkroom.benchmark.bucket.RequestCounts;
import dev.darkroom.benchmark.bucket.RequestKind;
import dev.darkroom.benchmark.bucket.conditions.Conditions;
import dev.darkroom.benchmark.bucket.conditions.Latency;
import dev.darkroom.benchmark.results.Format;
import dev.darkroom.benchmark.results.PageCache;
import dev.darkroom.benchmark.results.TrialRow;
import dev.darkroom.transforms.cli.ExitCode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Reading from an object store, and what it is asked for. */
@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class BucketMeasureTest {
  private static final double LATENCY_MILLIS = 20;

  @TempDir Path folder;

  private EmulatedBucket bucket;
  private MeasureRuns runs;

  @BeforeEach
  void open() throws IOException {
    Photos photos = Photos.draw(folder.resolve("bucket/photos"), 6, "asters", "roses");
    photos.pack(folder.resolve("bucket/records"), 2);
    bucket =
        EmulatedBucket.start(BucketSettings.builder().folder(folder.resolve("bucket")).build());
    runs = new MeasureRuns(Path.of("none"), Path.of("none"), folder.resolve("out"));
  }

  @AfterEach
  void close() throws IOException {
    bucket.close();
  }

  private Run measure(String... flags) {
    List<String> all = new ArrayList<>(List.of(flags));
    all.add("--gcsEndpoint=" + bucket.endpoint());
    all.add("--project=none");
    all.add(
        "--credentialFactoryClass=org.apache.beam.sdk.extensions.gcp.auth.NoopCredentialFactory");
    return runs.of(all.toArray(new String[0]));
  }

  /**
   * A serial reader gets one image a round trip: the bucket's latency is the benchmark's result.
   */
  @Test
  void readsAnImageWithOneRequest() throws IOException {
    bucket.setConditions(Conditions.builder().latency(Latency.fixed(LATENCY_MILLIS)).build());
    Run run =
        measure(
            "--input=" + bucket.uri("photos/"),
            "--batchSizes=12",
            "--batchCounts=1",
            "--concurrencies=1,6");

    assertEquals(ExitCode.DONE, run.exit(), run.err());
    RequestCounts counts = bucket.counts();
    assertEquals(24, counts.of(RequestKind.MEDIA));
    assertEquals(0, counts.of(RequestKind.METADATA));
    assertTrue(counts.mostAtOnce() <= 6, counts.toString());
    for (TrialRow row : runs.rows()) {
      assertEquals(12, row.images());
      assertEquals(12, row.requests());
      assertEquals(PageCache.REMOTE, row.pageCache());
      assertEquals("gs", row.environment().storage());
      double mostPossible = 1000 * row.concurrency() / LATENCY_MILLIS;
      assertTrue(row.imagesPerSecond().orElseThrow() <= mostPossible, "" + row);
    }
  }

  @Test
  void bothFormatsReadTheSame() throws IOException {
    for (String mode : new String[] {"isolation", "scan"}) {
      List<String> flags = new ArrayList<>(List.of("--mode=" + mode, "--concurrencies=2"));
      if (mode.equals("isolation")) {
        flags.addAll(List.of("--batchSizes=4", "--batchCounts=2", "--orders=sequential,random"));
      }
      flags.add("--input=" + bucket.uri("photos/"));
      flags.add("--records=" + bucket.uri("records/"));

      Run run = measure(flags.toArray(new String[0]));

      assertEquals(ExitCode.DONE, run.exit(), run.err());
    }
    List<TrialRow> rows = runs.rows();
    assertEquals(4 + 2, rows.size());
    assertEquals(3, rows.stream().filter(row -> row.format() == Format.TFRECORD).count());
  }

  @Test
  void D1_emptyBucketFails() {
    Run run = measure("--input=" + bucket.uri("none/*.jpg"));

    assertEquals(ExitCode.INPUT, run.exit(), run.err());
    assertEquals("--input: nothing matches " + bucket.uri("none/*.jpg"), run.err().strip());
  }
}
