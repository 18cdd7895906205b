package dev.darkroom.transforms.convert;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.darkroom.transforms.dataset.DatasetPlan;
import dev.darkroom.transforms.dataset.ImageRef;
import dev.darkroom.transforms.dataset.ShardSizing;
import dev.darkroom.transforms.dataset.SplitRule;
import dev.darkroom.transforms.example.Schema;
import dev.darkroom.transforms.image.EngineChoice;
import dev.darkroom.transforms.json.Json;
import dev.darkroom.transforms.publish.Manifest;
import dev.darkroom.transforms.rejection.Reason;
import dev.darkroom.transforms.tfrecord.format.ShardIndex;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.metrics.MetricNameFilter;
import org.apache.beam.sdk.metrics.MetricQueryResults;
import org.apache.beam.sdk.metrics.MetricsFilter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensorflow.proto.Example;

/** From a folder to a dataset, on the DirectRunner with all its checks. */
class ConvertDatasetTest {
  @TempDir Path scratch;

  private Path input;
  private SmallDataset dataset;

  @BeforeEach
  void drawImages() throws IOException {
    input = scratch.resolve("photos");
    SmallDataset.draw(input, "asters", 9);
    SmallDataset.draw(input, "roses", 10);
    dataset = new SmallDataset(scratch.resolve("out"));
  }

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

  /** Everything that is listed is a record or a row, and each row says what is wrong. */
  @Test
  void rejectsEachBadFileWithItsReason() throws IOException {
    byte[] jpeg = Files.readAllBytes(input.resolve("roses/0.jpg"));
    Path roses = input.resolve("roses");
    Files.write(roses.resolve("empty.jpg"), new byte[0]);
    Files.write(roses.resolve("truncated.jpg"), Arrays.copyOf(jpeg, jpeg.length * 2 / 3));
    Files.writeString(roses.resolve("text.jpg"), "These are no pixels at all.");
    Files.writeString(roses.resolve("jxl.jpg"), "\u00FF\nor so it says", ISO_8859_1);
    Files.createDirectory(roses.resolve("folder.jpg"));
    Files.createSymbolicLink(roses.resolve("nothing.jpg"), input.resolve("nowhere"));
    Files.write(roses.resolve("large.jpg"), Arrays.copyOf(jpeg, SmallDataset.MAX_FILE_BYTES + 1));
    Files.write(input.resolve("beside.jpg"), jpeg);
    Files.writeString(input.resolve("README.md"), "About these photos");
    Files.createDirectory(input.resolve("weeds"));
    Files.write(input.resolve("weeds/1.jpg"), jpeg);
    dataset.labels = List.of("roses", "asters");

    PipelineResult result = dataset.convert(input.toString());

    Map<String, String> expected = new TreeMap<>();
    expected.put("roses/empty.jpg", "DECODE EMPTY - 0");
    expected.put("roses/truncated.jpg", "DECODE TRUNCATED JPEG " + jpeg.length * 2 / 3);
    expected.put("roses/text.jpg", "DECODE NOT_AN_IMAGE - 27");
    expected.put("roses/jxl.jpg", "DECODE UNSUPPORTED_FORMAT JPEG XL 15");
    expected.put("roses/folder.jpg", "READ DIRECTORY - 0");
    expected.put("roses/nothing.jpg", "READ VANISHED - 0");
    expected.put("roses/large.jpg", "READ TOO_MANY_BYTES - " + (SmallDataset.MAX_FILE_BYTES + 1));
    expected.put("beside.jpg", "DESCRIBE NO_LABEL JPEG " + jpeg.length);
    expected.put("README.md", "DESCRIBE NO_LABEL - 18");
    expected.put("weeds/1.jpg", "DESCRIBE UNKNOWN_LABEL JPEG " + jpeg.length);
    Map<String, String> found = new TreeMap<>();
    for (JsonNode row : rows()) {
      String key = row.get("key").asText();
      assertEquals(input + "/" + key, row.get("uri").asText());
      assertEquals(dataset.splits.splitOf(key), row.get("split").asText());
      assertFalse(row.get("message").asText().isEmpty());
      found.put(
          key,
          String.join(
              " ",
              row.get("stage").asText(),
              row.get("reason").asText(),
              row.path("format").asText("-").isEmpty() ? "-" : row.path("format").asText("-"),
              row.get("bytes").asText()));
    }
    assertEquals(expected, found);
    assertEquals(drawn(), dataset.records().keySet());

    Manifest manifest = dataset.manifest();
    Manifest.Books total = manifest.total();
    assertEquals(29, total.listed());
    assertEquals(19, total.written());
    assertEquals(10, total.rejected());
    Map<Reason, Long> reasons = new TreeMap<>();
    rows().forEach(r -> reasons.merge(Reason.valueOf(r.get("reason").asText()), 1L, Long::sum));
    assertEquals(reasons, total.reasons());
    assertEquals(List.of("roses", "asters"), manifest.labels(), "as given, not as sorted");
    assertEquals(10, counter(result, "images_rejected"));
    for (Manifest.Split split : manifest.splits()) {
      assertEquals(split.books().listed(), split.books().written() + split.books().rejected());
      assertEquals(
          split.books().rejected(),
          split.shards().stream().mapToLong(Manifest.Shard::rejected).sum());
    }
  }

  @Test
  void overlappingInputsGiveEachFileOnce() throws IOException {
    dataset.convert(input.toString(), input + "/roses", input + "/*/*.jpg");
    SmallDataset once = new SmallDataset(scratch.resolve("once"));
    once.convert(input.toString());

    assertEquals(once.files(), dataset.files());
  }

  @Test
  void shardsDependOnWhatIsListedAlone() throws IOException {
    List<ImageRef> refs = new ArrayList<>();
    for (String key : drawn()) {
      String uri = input + "/" + key;
      String label = key.substring(0, key.indexOf('/'));
      long bytes = Files.size(Path.of(uri));
      refs.add(ImageRef.of(uri, key, label, dataset.splits.splitOf(key), bytes, 0, false));
    }
    dataset.convert(input.toString());
    for (int shuffle = 0; shuffle < 2; shuffle++) {
      Collections.shuffle(refs, new Random(shuffle));
      SmallDataset again = new SmallDataset(scratch.resolve("again" + shuffle));
      again.run = "run" + shuffle;
      again.convert(refs);
      assertEquals(dataset.files(), again.files());
    }
  }

  @Test
  void shardCountAndSeedDealTheSameRecordsAnew() throws IOException {
    dataset.convert(input.toString());
    SmallDataset others = new SmallDataset(scratch.resolve("others"));
    others.sizing = ShardSizing.exactly(1);
    others.convert(input.toString());
    SmallDataset seeded = new SmallDataset(scratch.resolve("seeded"));
    seeded.seed = 43;
    seeded.convert(input.toString());

    assertEquals(dataset.records(), others.records());
    assertEquals(dataset.records(), seeded.records());
    assertNotEquals(dataset.files(), seeded.files());
    assertEquals(shardNames("train", 3), names(dataset, "train"));
    assertEquals(shardNames("train", 1), names(others, "train"));
    assertEquals(
        keys(dataset, "flowers-test-"), keys(seeded, "flowers-test-"), "splits ignore the seed");
  }

  @Test
  void aShardWithoutImagesIsThereAndListed() throws IOException {
    dataset.sizing = ShardSizing.exactly(40);
    dataset.splits = SplitRule.parse("train");

    dataset.convert(input.toString());

    assertEquals(shardNames("train", 40), names(dataset, "train"));
    List<Manifest.Shard> shards = dataset.manifest().splits().get(0).shards();
    assertEquals(40, shards.size());
    assertTrue(shards.stream().anyMatch(shard -> shard.facts().records() == 0));
    for (Manifest.Shard shard : shards) {
      assertEquals(
          shard.facts().bytes(), Files.size(dataset.output.resolve(shard.file())), shard.file());
      assertTrue(Files.exists(dataset.output.resolve(shard.file() + ".idx")), shard.file());
    }
    assertEquals(drawn(), dataset.records().keySet());
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

  /** The size of records is estimated by converting some, and the target is kept. */
  @Test
  void aimsAtTheTargetSize() throws IOException {
    dataset.splits = SplitRule.parse("train");
    dataset.sizing = ShardSizing.exactly(1);
    dataset.convert(input.toString());
    long bytes = dataset.manifest().total().bytes();
    SmallDataset sized = new SmallDataset(scratch.resolve("sized"));
    sized.splits = dataset.splits;
    // All images are in the sample, so that the estimate is the sum.
    sized.sizing = ShardSizing.targeting(bytes / 4 + 1);

    sized.convert(input.toString());

    assertEquals(shardNames("train", 4), names(sized, "train"));
    assertEquals(dataset.records(), sized.records());
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

  private Set<String> drawn() {
    Set<String> keys = new TreeSet<>();
    for (int i = 0; i < 10; i++) {
      String name = i + (i % 2 == 0 ? ".jpg" : ".png");
      keys.add("roses/" + name);
      if (i < 9) {
        keys.add("asters/" + name);
      }
    }
    return keys;
  }

  private List<JsonNode> rows() throws IOException {
    List<JsonNode> rows = new ArrayList<>();
    for (Map.Entry<String, String> file : dataset.files().entrySet()) {
      if (file.getKey().startsWith("rejected/")) {
        String text =
            new String(
                file.getValue().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        for (String line : text.lines().toList()) {
          rows.add(Json.parse(line, JsonNode.class));
        }
      }
    }
    return rows;
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

  private static Set<String> keys(SmallDataset dataset, String prefix) throws IOException {
    Set<String> keys = new HashSet<>();
    for (String name : dataset.files().keySet()) {
      if (name.startsWith(prefix) && name.endsWith(".tfrecord")) {
        for (Example example : dataset.shard(name)) {
          keys.add(example.getFeatures().getFeatureOrThrow("file_name").toString());
        }
      }
    }
    return keys;
  }

  private static List<String> shardNames(String split, int count) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      names.add(String.format("flowers-%s-%05d-of-%05d.tfrecord", split, i, count));
    }
    return names;
  }

  private static List<String> names(SmallDataset dataset, String split) throws IOException {
    return dataset.files().keySet().stream()
        .filter(name -> name.startsWith("flowers-" + split) && name.endsWith(".tfrecord"))
        .toList();
  }

  private static long counter(PipelineResult result, String name) {
    MetricQueryResults found =
        result
            .metrics()
            .queryMetrics(
                MetricsFilter.builder()
                    .addNameFilter(MetricNameFilter.named(ConvertMetrics.NAMESPACE, name))
                    .build());
    long sum = 0;
    for (var counter : found.getCounters()) {
      sum += counter.getAttempted();
    }
    return sum;
  }
}
