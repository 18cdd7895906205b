package dev.darkroom.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.darkroom.transforms.cli.ExitCode;
import dev.darkroom.transforms.tfrecord.format.ShardIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Datasets that were damaged after they were written. */
class VerifyTest {
  private static final String SHARD = "images-train-00000-of-00001.tfrecord";

  @TempDir Path temporary;
  private Path dataset;

  @BeforeEach
  void convert() throws IOException {
    dataset = temporary.resolve("dataset");
    Path photos = new Collection(temporary.resolve("photos")).withImages(3, "cat", "dog").folder();
    Run run = Run.of("--input=" + photos, "--output=" + dataset, "--engine=imgscalr");
    assertEquals(ExitCode.DONE, run.exit(), run.err());
  }

  private Run verify() {
    return Run.of("verify", "--input=" + dataset);
  }

  private void flip(String file, long offset) throws IOException {
    byte[] bytes = Files.readAllBytes(dataset.resolve(file));
    bytes[(int) offset] ^= 1;
    Files.write(dataset.resolve(file), bytes);
  }

  private ShardIndex index() throws IOException {
    return ShardIndex.parse(Files.readAllBytes(dataset.resolve(SHARD + ".idx")));
  }

  @Test
  void namesPlaceOfEveryFlippedByte() throws IOException {
    flip(SHARD, index().offset(1) + 100);
    flip(SHARD, index().offset(4) + 3);

    Run run = verify();

    assertEquals(ExitCode.VERIFICATION, run.exit());
    List<String> faults = run.err().lines().toList();
    String first = SHARD + ", record 1 at byte " + index().offset(1) + ": data checksum mismatch";
    String second =
        SHARD + ", record 4 at byte " + index().offset(4) + ": length checksum mismatch";
    assertTrue(faults.get(0).startsWith(first), run.err());
    assertTrue(faults.get(1).startsWith(second), run.err());
    assertTrue(run.err().contains("records is 4, but the manifest says 6"), run.err());
    assertTrue(run.err().contains("sha256 is "), run.err());
    assertTrue(run.out().startsWith("NOT VERIFIED: 4 sound records"), run.out());
  }

  @Test
  void missesNothingThatIsMissing() throws IOException {
    Files.delete(dataset.resolve(SHARD));
    Files.delete(dataset.resolve("_SUCCESS"));
    Files.delete(dataset.resolve("label.labels.txt"));

    Run run = verify();

    assertEquals(ExitCode.VERIFICATION, run.exit());
    assertTrue(run.err().contains(SHARD + ": is missing"), run.err());
    assertTrue(run.err().contains("_SUCCESS: is missing"), run.err());
    assertTrue(run.err().contains("label.labels.txt: does not hold"), run.err());
  }

  @Test
  void findsShardThatIsNotListed() throws IOException {
    Files.copy(dataset.resolve(SHARD), dataset.resolve("images-train-00001-of-00002.tfrecord"));

    Run run = verify();

    assertEquals(ExitCode.VERIFICATION, run.exit());
    assertEquals("images-train-00001-of-00002.tfrecord: is not in the manifest", run.err().strip());
  }

  @Test
  void refusesFolderWithoutDataset() {
    Run run = Run.of("verify", "--input=" + temporary);

    assertEquals(ExitCode.INPUT, run.exit());
    assertEquals(
        "--input: no dataset, for there is no " + temporary + "/manifest.json", run.err().strip());
  }

  @Test
  void refusesManifestThatIsNone() throws IOException {
    Files.writeString(dataset.resolve("manifest.json"), "{\"version\": 1");

    Run run = verify();

    assertEquals(ExitCode.INPUT, run.exit());
    assertTrue(run.err().contains("is not a manifest"), run.err());
  }

  @Test
  void leavesNothingBehind() throws IOException {
    verify();

    try (var files = Files.list(dataset)) {
      assertTrue(files.noneMatch(file -> file.getFileName().toString().startsWith(".")));
    }
  }
}
