package dev.darkroom.benchmark.bucket;

import static dev.darkroom.benchmark.bucket.FileSystemsContract.UPLOAD_CHUNK_BYTES;
import static dev.darkroom.benchmark.bucket.FileSystemsContract.matched;
import static dev.darkroom.benchmark.bucket.FileSystemsContract.noise;
import static dev.darkroom.benchmark.bucket.FileSystemsContract.read;
import static dev.darkroom.benchmark.bucket.FileSystemsContract.resource;
import static dev.darkroom.benchmark.bucket.FileSystemsContract.resources;
import static dev.darkroom.benchmark.bucket.FileSystemsContract.uri;
import static dev.darkroom.benchmark.bucket.FileSystemsContract.write;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.cloud.hadoop.gcsio.GoogleCloudStorageReadOptions;
import dev.darkroom.benchmark.bucket.conditions.Conditions;
import dev.darkroom.benchmark.bucket.conditions.Faults;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.beam.sdk.extensions.gcp.options.GcsOptions;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.MatchResult.Metadata;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What Beam asks a bucket for, and what it makes of faults. */
@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class FileSystemsConditionsTest {
  private static final int FILES = 1_005;
  private static final Logger CLIENT = Logger.getLogger("com.google.cloud.hadoop");

  @TempDir static Path folder;

  private EmulatedBucket bucket;

  @BeforeAll
  static void fillTheFolder() throws Exception {
    CLIENT.setLevel(Level.SEVERE); // Every retry is a warning.
    for (int i = 0; i < FILES; i++) {
      Path file = folder.resolve(String.format("class-%d/%04d.jpg", i % 3, i));
      Files.createDirectories(file.getParent());
      Files.write(file, noise(1_000 + i));
    }
  }

  @BeforeEach
  void open() throws Exception {
    bucket = EmulatedBucket.start(BucketSettings.builder().folder(folder).build());
    FileSystems.setDefaultPipelineOptions(FileSystemsContract.options(bucket.endpoint()));
  }

  @AfterEach
  void close() throws Exception {
    bucket.close();
  }

  @Test
  void listsAFolderAThousandAtATime() throws Exception {
    List<String> names = matched("**");
    assertEquals(FILES, names.size());
    assertEquals("class-0/0000.jpg", names.get(0));
    assertEquals(2, bucket.counts().of(RequestKind.LIST));
    assertEquals(335, matched("class-1/*.jpg").size());
    assertEquals(3, bucket.counts().total());
  }

  /** Each of the objects matched, read to its end. */
  private RequestCounts countsOfReading(List<Metadata> matched) throws Exception {
    RequestCounts before = bucket.counts();
    for (Metadata metadata : matched) {
      assertEquals(metadata.sizeBytes(), read(metadata.resourceId()).length);
    }
    return bucket.counts().since(before);
  }

  /** Opening asks for metadata, whether a match has asked before or not. */
  @Test
  void readsAnObjectWithTwoRequests() throws Exception {
    List<Metadata> listed = FileSystems.match(uri("class-0/000*")).metadata();
    assertEquals(4, listed.size());
    RequestCounts byListing = countsOfReading(listed);
    assertEquals(4, byListing.of(RequestKind.METADATA));
    assertEquals(4, byListing.of(RequestKind.MEDIA));
    assertEquals(8, byListing.total());

    RequestCounts before = bucket.counts();
    for (Metadata metadata : listed) {
      String spec = metadata.resourceId().toString();
      read(FileSystems.matchSingleFileSpec(spec).resourceId());
    }
    RequestCounts bySpec = bucket.counts().since(before);
    assertEquals(8, bySpec.of(RequestKind.METADATA));
    assertEquals(4, bySpec.of(RequestKind.MEDIA));
    assertEquals(12, bySpec.total());
  }

  @Test
  void readsAnObjectWithOneRequestIfItNeedNotBeThere() throws Exception {
    GcsOptions options = FileSystemsContract.options(bucket.endpoint());
    options.setGoogleCloudStorageReadOptions(
        GoogleCloudStorageReadOptions.builder().setFastFailOnNotFound(false).build());
    FileSystems.setDefaultPipelineOptions(options);
    RequestCounts counts = countsOfReading(FileSystems.match(uri("class-0/000*")).metadata());
    assertEquals(4, counts.of(RequestKind.MEDIA));
    assertEquals(4, counts.total());
  }

  private static void inParallel(List<Callable<Void>> tasks) throws Exception {
    ExecutorService executor = Executors.newFixedThreadPool(tasks.size());
    try {
      for (Future<Void> done : executor.invokeAll(tasks)) {
        done.get();
      }
    } finally {
      executor.shutdownNow();
    }
  }

  /** With a seed that has each of them among the first two dozen requests. */
  private void meet(String faults) {
    bucket.setConditions(Conditions.builder().faults(Faults.parse(faults)).seed(1).build());
  }

  private void assertHappened(Outcome... outcomes) {
    for (Outcome outcome : outcomes) {
      assertTrue(bucket.counts().of(outcome) > 0, outcome + ": " + bucket.counts());
    }
  }

  @Test
  void readsUnderFaults() throws Exception {
    meet("429:0.05,503:0.05,reset:0.1,truncate:0.3");
    List<Callable<Void>> reads = new ArrayList<>();
    for (int i = 0; i < 32; i++) {
      byte[] content = noise(1_000 + i);
      String name = String.format("class-%d/%04d.jpg", i % 3, i);
      reads.add(
          () -> {
            assertArrayEquals(content, read(resource(name)), name);
            return null;
          });
    }
    inParallel(reads);
    assertHappened(
        Outcome.TOO_MANY_REQUESTS, Outcome.UNAVAILABLE, Outcome.RESET, Outcome.TRUNCATED);
  }

  @Test
  void writesMovesAndDeletesUnderFaults() throws Exception {
    meet("429:0.05,503:0.05,reset:0.15");
    byte[] content = noise(2 * UPLOAD_CHUNK_BYTES + 100);
    List<Callable<Void>> writes = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      String name = "written-" + i;
      writes.add(
          () -> {
            write(name, content);
            return null;
          });
    }
    inParallel(writes);
    FileSystems.rename(resources("written-%d", 4), resources("renamed-%d", 4));
    FileSystems.delete(resources("renamed-%d", 2));
    assertHappened(Outcome.TOO_MANY_REQUESTS, Outcome.UNAVAILABLE, Outcome.RESET);
    bucket.setConditions(Conditions.builder().build());
    assertEquals(List.of("renamed-2", "renamed-3"), matched("renamed-*"));
    assertEquals(List.of(), matched("written-*"));
    assertArrayEquals(content, read(resource("renamed-3")));
  }
}
