package dev.darkroom.transforms.convert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.darkroom.transforms.dataset.ImageRef;
import dev.darkroom.transforms.dataset.ShardSizing;
import dev.darkroom.transforms.dataset.SplitRule;
import dev.darkroom.transforms.publish.Manifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tensorflow.proto.Example;

/** Which record comes into which shard. */
class ShardingTest extends TwoClasses {
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
}
