package dev.darkroom.transforms.convert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.darkroom.transforms.dataset.DatasetPlan;
import dev.darkroom.transforms.example.Schema;
import dev.darkroom.transforms.image.EngineChoice;
import dev.darkroom.transforms.publish.Manifest;
import dev.darkroom.transforms.tfrecord.format.ShardIndex;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.beam.sdk.PipelineResult;
import org.junit.jupiter.api.Test;
import org.tensorflow.proto.Example;

/** What a conversion leaves in the dataset, and what an input without images does. */
class ConvertDatasetTest extends TwoClasses {
  @Test
  void writesEveryImageOnceUnderItsClass() throws IOException {
    PipelineResult result = dataset.convert(input.toString());

    Map<String, Example> records = dataset.records();
    assertEquals(drawn(), records.keySet());
    records.forEach(
        (key, example) ->
            assertEquals(
                key.startsWith("asters") ? 0 : 1,
                example.getFeatures().getFeatureOrThrow("label").getInt64List().getValue(0)));
    Manifest manifest = dataset.manifest();
    assertEquals(List.of("asters", "roses"), manifest.labels());
    assertEquals(19, manifest.total().listed());
    assertEquals(19, manifest.total().written());
    assertEquals(Map.of("asters", 9L, "roses", 10L), manifest.total().classes());
    assertSplitsFollowTheRule(manifest);
    assertIndexesHold();
    assertEquals("asters\nroses\n", Files.readString(dataset.output.resolve("label.labels.txt")));
    assertEquals(19, counter(result, "images_written"));
    assertEquals(0, counter(result, "images_rejected"));
    // Three shards in each of two splits, some of which may be empty and are not converted.
    assertEquals(converted(manifest), counter(result, "shards_converted"), "each shard once");
    assertFalse(Files.exists(dataset.output.resolve(".darkroom-run1")));
  }

  @Test
  void anUnmatchedInputIsPlannedAndPublishesNothing() throws IOException {
    dataset.convert(input.toString(), scratch + "/no-such/*.jpg");

    assertEquals(Set.of(".darkroom-run1/plan.json"), dataset.files().keySet());
    DatasetPlan plan = DatasetPlan.parse(dataset.files().get(".darkroom-run1/plan.json"));
    assertEquals(Set.of(1), plan.unmatchedInputs());
    assertEquals(19, plan.listed());
  }

  @Test
  void noInputMatchedIsPlannedToo() throws IOException {
    dataset.convert(scratch + "/no-such/");

    DatasetPlan plan = DatasetPlan.parse(dataset.files().get(".darkroom-run1/plan.json"));
    assertEquals(Set.of(0), plan.unmatchedInputs());
    assertEquals(0, plan.listed());
    assertEquals(Set.of(".darkroom-run1/plan.json"), dataset.files().keySet());
  }

  @Test
  void aLoneClassFolderNamesItsClass() throws IOException {
    dataset.schema = Schema.FLOWERS;
    dataset.convert(input + "/roses");

    assertEquals(Map.of("roses", 10L), dataset.manifest().total().classes());
    assertEquals("roses\n", Files.readString(dataset.output.resolve("class.labels.txt")));
  }

  @Test
  void theFastestEngineThereIsServesToo() throws IOException {
    dataset.engine = EngineChoice.AUTO;
    dataset.convert(input.toString());

    assertEquals(drawn(), dataset.records().keySet());
    assertEquals(19, dataset.manifest().total().written());
  }

  @Test
  void gzipShardsHaveNoIndexAndNoTfdsFiles() throws IOException {
    dataset.gzip = true;
    dataset.convert(input.toString());

    assertTrue(dataset.files().keySet().stream().noneMatch(name -> name.endsWith(".idx")));
    assertFalse(dataset.files().containsKey("dataset_info.json"));
    assertEquals(19, dataset.manifest().total().written());
    assertTrue(dataset.files().containsKey("flowers-train-00000-of-00003.tfrecord.gz"));
  }

  private void assertSplitsFollowTheRule(Manifest manifest) {
    Map<String, Long> expected =
        drawn().stream()
            .collect(Collectors.groupingBy(dataset.splits::splitOf, Collectors.counting()));
    for (Manifest.Split split : manifest.splits()) {
      assertEquals(expected.get(split.name()), split.books().written(), split.name());
    }
  }

  private void assertIndexesHold() throws IOException {
    Map<String, String> files = dataset.files();
    for (Map.Entry<String, String> file : files.entrySet()) {
      if (file.getKey().endsWith(".tfrecord")) {
        String index = files.get(file.getKey() + ".idx");
        ShardIndex parsed = ShardIndex.parse(index.getBytes(StandardCharsets.US_ASCII));
        assertEquals(file.getValue().length(), parsed.totalBytes(), file.getKey());
        assertEquals(dataset.shard(file.getKey()).size(), parsed.count(), file.getKey());
      }
    }
  }

  private static long converted(Manifest manifest) {
    return manifest.splits().stream()
        .flatMap(split -> split.shards().stream())
        .filter(shard -> shard.facts().records() + shard.rejected() > 0)
        .count();
  }
}
