package dev.darkroom.transforms.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.darkroom.transforms.convert.MadeRecord;
import dev.darkroom.transforms.convert.ShardConverter;
import dev.darkroom.transforms.convert.SmallDataset;
import dev.darkroom.transforms.convert.SourceConverter;
import dev.darkroom.transforms.dataset.DatasetPlan;
import dev.darkroom.transforms.dataset.ImageRef;
import dev.darkroom.transforms.dataset.ShardId;
import dev.darkroom.transforms.dataset.ShardResult;
import dev.darkroom.transforms.rejection.Reason;
import dev.darkroom.transforms.storage.StoredFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublisherTest {
  private static final ShardConverter.Observer UNSEEN =
      new ShardConverter.Observer() {
        @Override
        public void written(long sourceBytes, MadeRecord record) {}

        @Override
        public void rejected(Reason reason) {}
      };

  @TempDir Path scratch;

  private final List<ImageRef> refs = new ArrayList<>();

  @BeforeEach
  void drawImages() throws IOException {
    Path input = scratch.resolve("photos");
    SmallDataset.draw(input, "roses", 6);
    Files.writeString(input.resolve("roses/text.jpg"), "no image");
    for (String name : new String[] {"0.jpg", "1.png", "2.jpg", "3.png", "4.jpg", "text.jpg"}) {
      String uri = input + "/roses/" + name;
      long bytes = Files.size(Path.of(uri));
      refs.add(ImageRef.of(uri, "roses/" + name, "roses", "train", bytes, 0, false));
    }
  }

  @Test
  void publishesEveryShardAndItsParts() throws Exception {
    SmallDataset dataset = dataset("out");
    publish(dataset, plan(8), convert(dataset, plan(8)));

    Set<String> expected =
        new TreeSet<>(
            Set.of(
                "_SUCCESS",
                "manifest.json",
                "dataset_info.json",
                "features.json",
                "label.labels.txt"));
    for (int i = 0; i < 8; i++) {
      String shard = String.format("flowers-train-%05d-of-00008.tfrecord", i);
      expected.add(shard);
      expected.add(shard + ".idx");
    }
    expected.add("rejected/" + plan(8).shardOf(refs.get(5), dataset.seed) + ".jsonl");
    assertEquals(expected, dataset.files().keySet());
    assertEquals("", dataset.files().get("_SUCCESS"));
    Manifest manifest = dataset.manifest();
    assertEquals(6, manifest.total().listed());
    assertEquals(5, manifest.total().written());
    assertEquals(Map.of(Reason.NOT_AN_IMAGE, 1L), manifest.total().reasons());
    assertEquals(manifest, Manifest.parse(manifest.toJson()));
  }

  @Test
  void publishingAgainChangesNothing() throws Exception {
    SmallDataset dataset = dataset("out");
    List<ShardResult> results = convert(dataset, plan(8));
    publish(dataset, plan(8), results);
    Map<String, String> once = dataset.files();

    publish(dataset, plan(8), results);

    assertEquals(once, dataset.files());
  }

  @Test
  void publishingAgainWhileOverwritingChangesNothing() throws Exception {
    SmallDataset dataset = dataset("out");
    dataset.overwrite = true;
    List<ShardResult> results = convert(dataset, plan(8));
    publish(dataset, plan(8), results);
    Map<String, String> once = dataset.files();

    publish(dataset, plan(8), results);

    assertEquals(once, dataset.files());
  }

  /** A worker may be gone after any of its moves. */
  @Test
  void publishingAgainCompletesAPartialMove() throws Exception {
    SmallDataset whole = dataset("whole");
    publish(whole, plan(2), convert(whole, plan(2)));
    int files = 5; // Two shards, their indexes, one file of rows.
    for (int moved = 0; moved <= files; moved++) {
      for (boolean overwrite : new boolean[] {false, true}) {
        SmallDataset dataset = dataset("out" + moved + overwrite);
        dataset.overwrite = overwrite;
        List<ShardResult> results = convert(dataset, plan(2));
        assertEquals(files, move(dataset, results, moved));

        publish(dataset, plan(2), results);

        assertEquals(whole.files(), dataset.files(), moved + " moved");
      }
    }
  }

  @Test
  void isNoSuccessWhileAShardIsMissing() throws Exception {
    SmallDataset dataset = dataset("out");
    List<ShardResult> results = convert(dataset, plan(2));
    ShardResult lost = results.get(1);
    String name = dataset.conversion().files().shard(lost.shard());
    Files.delete(Path.of(lost.attempt().uriOf(name)));

    IllegalStateException e =
        assertThrows(IllegalStateException.class, () -> publish(dataset, plan(2), results));

    assertEquals(
        name + " has null bytes in place, " + lost.facts().bytes() + " were written",
        e.getMessage());
    assertFalse(Files.exists(dataset.output.resolve("_SUCCESS")));
    assertFalse(Files.exists(dataset.output.resolve("manifest.json")));
  }

  /** The index and the rows are the dataset's too. */
  @Test
  void isNoSuccessWhileAnyPartIsMissing() throws Exception {
    int at = 0;
    for (String part : new String[] {".idx", ".jsonl"}) {
      SmallDataset dataset = dataset("out" + at++);
      List<ShardResult> results = convert(dataset, plan(1));
      String name =
          dataset.conversion().files().published(results.get(0)).stream()
              .filter(file -> file.endsWith(part))
              .findFirst()
              .orElseThrow();
      Files.delete(Path.of(results.get(0).attempt().uriOf(name)));

      IllegalStateException e =
          assertThrows(IllegalStateException.class, () -> publish(dataset, plan(1), results));

      assertEquals(name + " is not in place", e.getMessage());
      assertFalse(Files.exists(dataset.output.resolve("_SUCCESS")));
    }
  }

  @Test
  void overwritingLeavesNothingOfTheEarlierDataset() throws Exception {
    SmallDataset fresh = dataset("fresh");
    publish(fresh, plan(2), convert(fresh, plan(2)));
    SmallDataset dataset = dataset("out");
    publish(dataset, plan(8), convert(dataset, plan(8)));
    dataset.overwrite = true;
    dataset.run = "run2";

    publish(dataset, plan(2), convert(dataset, plan(2)));

    assertEquals(fresh.files(), dataset.files());
  }

  @Test
  void overwritingKeepsWhatIsForeign() throws Exception {
    SmallDataset dataset = dataset("out");
    publish(dataset, plan(8), convert(dataset, plan(8)));
    List<String> foreign =
        List.of(
            "notes.txt",
            "report.html",
            "flowers.csv",
            "labels.txt",
            "rejected/notes.txt",
            "rejected/train-00000-of-00008.jsonl.bak",
            "flowers-train-00000-of-00008.tfrecord.bak",
            "flowers-train-0-of-8.tfrecord",
            "my flowers-train-00000-of-00008.tfrecord",
            "roses-train-00000-of-00008.tfrecord",
            "sub/flowers-train-00000-of-00008.tfrecord",
            "sub/_SUCCESS");
    for (String name : foreign) {
      StoredFiles.write(dataset.output + "/" + name, "mine: " + name);
    }
    StoredFiles.write(dataset.output + "/.darkroom-killed/plan.json", "of a run that never ended");
    dataset.overwrite = true;
    dataset.run = "run2";

    publish(dataset, plan(2), convert(dataset, plan(2)));

    Map<String, String> files = dataset.files();
    assertFalse(Files.exists(dataset.output.resolve(".darkroom-killed")));
    for (String name : foreign) {
      assertEquals("mine: " + name, files.get(name), name);
    }
    assertTrue(files.keySet().stream().noneMatch(name -> name.endsWith("-of-00008.tfrecord.idx")));
  }

  @Test
  void sweepsWhatFailedAttemptsLeft() throws Exception {
    SmallDataset dataset = dataset("out");
    List<ShardResult> failed = convert(dataset, plan(2));
    List<ShardResult> committed = convert(dataset, plan(2));
    assertNotEquals(failed.get(0).attempt(), committed.get(0).attempt());
    StoredFiles.write(dataset.conversion().files().plan(dataset.run), "{}");

    publish(dataset, plan(2), committed);

    SmallDataset whole = dataset("whole");
    publish(whole, plan(2), convert(whole, plan(2)));
    assertEquals(whole.files(), dataset.files());
    assertFalse(Files.exists(dataset.output.resolve(".darkroom-run1")));
  }

  /** Books that do not balance are a fault of the program, and nothing is published. */
  @Test
  void refusesBooksThatDoNotBalance() throws Exception {
    SmallDataset dataset = dataset("out");
    ShardResult result = convert(dataset, plan(1)).get(0);
    ShardResult wrong =
        ShardResult.of(
            result.shard(),
            result.attempt(),
            result.facts(),
            result.listed() + 1,
            result.untouched(),
            result.rejected(),
            result.sourceBytes(),
            result.listingDigest());

    IllegalStateException e =
        assertThrows(IllegalStateException.class, () -> publish(dataset, plan(1), List.of(wrong)));

    assertEquals("train-00000-of-00001: 7 listed, but 5 written and 1 rejected", e.getMessage());
    assertFalse(Files.exists(dataset.output.resolve("_SUCCESS")));
  }

  @Test
  void folderNamesMeanThemselves() throws Exception {
    SmallDataset plain = dataset("plain");
    publish(plain, plan(2), convert(plain, plan(2)));
    for (String name : new String[] {"a [1]", "with space", "x*", "цветы #%20"}) {
      SmallDataset dataset = dataset(name);
      dataset.overwrite = true;
      publish(dataset, plan(2), convert(dataset, plan(2)));
      assertEquals(plain.files(), dataset.files(), name);
    }
  }

  private SmallDataset dataset(String folder) {
    return new SmallDataset(scratch.resolve(folder));
  }

  private static DatasetPlan plan(int shards) {
    return DatasetPlan.of(List.of("roses"), Map.of("train", shards), 6, Set.of(), Set.of());
  }

  private List<ShardResult> convert(SmallDataset dataset, DatasetPlan plan) throws Exception {
    Map<ShardId, List<ImageRef>> shards = new TreeMap<>();
    for (ImageRef ref : refs) {
      shards.computeIfAbsent(plan.shardOf(ref, dataset.seed), unseen -> new ArrayList<>()).add(ref);
    }
    SourceConverter sources =
        SourceConverter.of(dataset.conversion(), PipelineOptionsFactory.create());
    List<ShardResult> results = new ArrayList<>();
    for (Map.Entry<ShardId, List<ImageRef>> shard : shards.entrySet()) {
      results.add(
          new ShardConverter(dataset.conversion(), plan, sources)
              .convert(shard.getKey(), shard.getValue(), UNSEEN));
    }
    return results;
  }

  private static void publish(SmallDataset dataset, DatasetPlan plan, List<ShardResult> results)
      throws IOException {
    new Publisher(dataset.conversion(), dataset.publication(), plan).publish(results);
  }

  /**
   * Moves the first files as an interrupted publisher would have, and returns how many there are.
   */
  private static int move(SmallDataset dataset, List<ShardResult> results, int most)
      throws IOException {
    int seen = 0;
    for (ShardResult result : results) {
      for (String name : dataset.conversion().files().published(result)) {
        if (seen++ < most) {
          StoredFiles.move(
              List.of(result.attempt().uriOf(name)),
              List.of(dataset.conversion().files().at(name)));
        }
      }
    }
    return seen;
  }
}
