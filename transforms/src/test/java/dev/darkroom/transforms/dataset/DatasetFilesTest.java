package dev.darkroom.transforms.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.darkroom.transforms.rejection.Reason;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatasetFilesTest {
  private static final ShardId SHARD = ShardId.of("train", 3, 16);
  private static final DatasetFiles FILES = DatasetFiles.of("/out/", "flowers", false);
  private static final DatasetFiles GZIP = DatasetFiles.of("/out/", "flowers", true);

  @Test
  void namesAreThoseThatReadersLookFor() {
    assertEquals("flowers-train-00003-of-00016.tfrecord", FILES.shard(SHARD));
    assertEquals("flowers-train-00003-of-00016.tfrecord.idx", FILES.index(SHARD));
    assertEquals("rejected/train-00003-of-00016.jsonl", FILES.rejections(SHARD));
    assertEquals("flowers-train-00003-of-00016.tfrecord.gz", GZIP.shard(SHARD));
    assertEquals("train-99998-of-99999", ShardId.of("train", 99_998, 99_999).toString());
    assertEquals("label.labels.txt", DatasetFiles.labels("label"));
    assertEquals("_SUCCESS", DatasetFiles.SUCCESS);
    assertEquals("manifest.json", DatasetFiles.MANIFEST);
    assertEquals("dataset_info.json", DatasetFiles.DATASET_INFO);
    assertEquals("features.json", DatasetFiles.FEATURES);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gs://bucket/out", "gs://bucket/out/"})
  void folderEndsInOneSlash(String folder) {
    DatasetFiles files = DatasetFiles.of(folder, "flowers", false);

    assertEquals("gs://bucket/out/", files.folder());
    assertEquals("gs://bucket/out/manifest.json", files.at(DatasetFiles.MANIFEST));
    assertEquals("gs://bucket/out/.darkroom-run1/", files.unfinished("run1"));
    assertEquals("gs://bucket/out/.darkroom-run1/plan.json", files.plan("run1"));
  }

  @Test
  void aShardIsWhatItConsistsOf() {
    String shard = "flowers-train-00003-of-00016.tfrecord";
    String rows = "rejected/train-00003-of-00016.jsonl";

    assertEquals(List.of(shard, shard + ".idx"), FILES.published(result(Map.of())));
    assertEquals(
        List.of(shard, shard + ".idx", rows), FILES.published(result(Map.of(Reason.EMPTY, 1L))));
    assertEquals(List.of(shard + ".gz"), GZIP.published(result(Map.of())));
    assertEquals(List.of(shard + ".gz", rows), GZIP.published(result(Map.of(Reason.EMPTY, 1L))));
  }

  @Test
  void everyAttemptHasNamesOfItsOwnInOneFolder() {
    Attempt one = Attempt.in(FILES.unfinished("run1"));
    Attempt other = Attempt.in(FILES.unfinished("run1"));

    assertNotEquals(one.uriOf("x"), other.uriOf("x"));
    for (String name : FILES.published(result(Map.of(Reason.EMPTY, 1L)))) {
      String uri = one.uriOf(name);
      assertTrue(uri.startsWith("/out/.darkroom-run1/"), uri);
      assertEquals("/out/.darkroom-run1", uri.substring(0, uri.lastIndexOf('/')));
    }
    assertEquals(one, Attempt.of(one.prefix()));
  }

  @Test
  void labelsAreLines() {
    assertEquals("daisy\nroses\n", DatasetFiles.labelLines(List.of("daisy", "roses")));
    assertEquals("", DatasetFiles.labelLines(List.of()));
  }

  private static ShardResult result(Map<Reason, Long> rejected) {
    ShardFacts facts = ShardFacts.of(0, 0, "00000000", "0".repeat(64), Map.of());
    return ShardResult.of(SHARD, Attempt.of("p-"), facts, 1, 0, rejected, 0, "0");
  }
}
