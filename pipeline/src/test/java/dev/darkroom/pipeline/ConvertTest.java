package dev.darkroom.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.darkroom.transforms.cli.ExitCode;
import dev.darkroom.transforms.publish.Manifest;
import dev.darkroom.transforms.rejection.Reason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as it is used: real arguments, real files, and a reader that is not the writer. */
class ConvertTest {
  @TempDir Path temporary;
  private Collection photos;
  private Dataset dataset;

  @BeforeEach
  void prepare() {
    photos = new Collection(temporary.resolve("photos"));
    dataset = new Dataset(temporary.resolve("dataset"));
  }

  private Run convert(String... more) {
    return convert(photos.folder().toString(), dataset, more);
  }

  private static Run convert(String input, Dataset output, String... more) {
    String[] arguments = new String[more.length + 6];
    System.arraycopy(more, 0, arguments, 6, more.length);
    arguments[0] = "convert";
    arguments[1] = "--input=" + input;
    arguments[2] = "--output=" + output.folder();
    arguments[3] = "--width=16";
    arguments[4] = "--height=12";
    arguments[5] = "--engine=imgscalr";
    return Run.of(arguments);
  }

  @Test
  void writesDatasetThatVerifies() throws IOException {
    photos.withImages(3, "cat", "dog").withImage("cat/drawing.png", 5);

    Run run = convert("--numShards=2", "--name=pets", "--split=train:70,test:30");

    assertEquals(ExitCode.DONE, run.exit(), run.err());
    assertEquals(
        Set.of(
            "_SUCCESS",
            "manifest.json",
            "dataset_info.json",
            "features.json",
            "label.labels.txt",
            "pets-train-00000-of-00002.tfrecord",
            "pets-train-00000-of-00002.tfrecord.idx",
            "pets-train-00001-of-00002.tfrecord",
            "pets-train-00001-of-00002.tfrecord.idx",
            "pets-test-00000-of-00002.tfrecord",
            "pets-test-00000-of-00002.tfrecord.idx",
            "pets-test-00001-of-00002.tfrecord",
            "pets-test-00001-of-00002.tfrecord.idx"),
        dataset.files().keySet());
    assertEquals(
        Set.of(
            "cat/0.jpg",
            "cat/1.jpg",
            "cat/2.jpg",
            "cat/drawing.png",
            "dog/0.jpg",
            "dog/1.jpg",
            "dog/2.jpg"),
        dataset.records().keySet());
    assertEquals(0, dataset.records().get("cat/1.jpg").get("label").getInt64List().getValue(0));
    assertEquals(1, dataset.records().get("dog/1.jpg").get("label").getInt64List().getValue(0));
    assertEquals("cat\ndog\n", Files.readString(dataset.folder().resolve("label.labels.txt")));
    assertTrue(run.out().contains("dataset: " + dataset.folder()), run.out());
    Run verified = Run.of("verify", "--input=" + dataset.folder());
    assertEquals(ExitCode.DONE, verified.exit(), verified.err());
    assertTrue(verified.out().startsWith("verified: 7 sound records in 4 shards"), verified.out());
  }

  @Test
  void rejectsWithReasonsAndStillWritesTheRest() throws IOException {
    photos
        .withImages(4, "cat", "dog")
        .withFile("cat/empty.jpg", new byte[0])
        .withFile("cat/note.jpg", "not an image".getBytes(UTF_8))
        .withFile("README.txt", "about".getBytes(UTF_8));
    byte[] whole = Files.readAllBytes(photos.folder().resolve("cat/0.jpg"));
    photos.withFile("dog/half.jpg", Arrays.copyOf(whole, whole.length / 2));
    Files.createDirectories(photos.folder().resolve("dog/folder.jpg"));
    Files.createSymbolicLink(photos.folder().resolve("dog/gone.jpg"), Path.of("nowhere"));

    Run run = convert();

    assertEquals(ExitCode.REJECTIONS, run.exit(), run.err());
    Manifest.Books total = dataset.manifest().total();
    assertEquals(14, total.listed());
    assertEquals(8, total.written());
    assertEquals(
        Map.of(
            Reason.EMPTY, 1L,
            Reason.NOT_AN_IMAGE, 1L,
            Reason.NO_LABEL, 1L,
            Reason.TRUNCATED, 1L,
            Reason.DIRECTORY, 1L,
            Reason.VANISHED, 1L),
        total.reasons());
    assertEquals(6, dataset.rejections().lines().count());
    assertTrue(
        dataset
            .rejections()
            .contains(
                "\"key\":\"dog/half.jpg\",\"split\":\"train\",\"stage\":\"DECODE\",\"reason\":\"TRUNCATED\""),
        dataset.rejections());
    assertEquals(List.of("cat", "dog"), dataset.manifest().labels());
    assertTrue(run.err().contains("6 of 14 rejected"), run.err());
    assertEquals(ExitCode.DONE, Run.of("verify", "--input=" + dataset.folder()).exit());
  }

  @Test
  void toleratesRejectionsUpToTheRatio() throws IOException {
    photos.withImages(3, "cat").withFile("cat/empty.jpg", new byte[0]);

    assertEquals(ExitCode.DONE, convert("--maxRejectRatio=0.25").exit());
    assertEquals(ExitCode.REJECTIONS, convert("--maxRejectRatio=0.24", "--overwrite").exit());
  }

  @Test
  void namesEveryInputThatMatchesNothing() throws IOException {
    photos.withImages(1, "cat");
    String nothing = temporary + "/nothing/*.jpg";
    String empty = Files.createDirectories(temporary.resolve("empty")).toString();

    Run run = convert(photos.folder() + "," + nothing + "," + empty, dataset);

    assertEquals(ExitCode.INPUT, run.exit(), run.err());
    assertEquals(
        "--input: nothing matches " + nothing + "\n--input: nothing matches " + empty + "\n",
        run.err());
    assertFalse(Files.exists(dataset.folder().resolve("manifest.json")));
    assertEquals(Map.of(), dataset.files(), "nothing is left behind");
  }

  @Test
  void leavesExistingOutputAlone() throws IOException {
    photos.withImages(1, "cat");
    Files.createDirectories(dataset.folder());
    Files.writeString(dataset.folder().resolve("thesis.txt"), "mine");

    Run run = convert();

    assertEquals(ExitCode.OUTPUT_EXISTS, run.exit());
    assertTrue(run.err().contains("--output"), run.err());
    assertEquals(Set.of("thesis.txt"), dataset.files().keySet());
  }

  @Test
  void overwritesItsOwnFilesAlone() throws IOException {
    photos.withImages(4, "cat", "dog").withFile("cat/empty.jpg", new byte[0]);
    convert("--numShards=3", "--maxRejectRatio=1");
    Files.writeString(dataset.folder().resolve("thesis.txt"), "mine");
    Files.delete(photos.folder().resolve("cat/empty.jpg"));
    Files.writeString(dataset.folder().resolve("other-train-00000-of-00001.tfrecord"), "theirs");
    Path leftover = Files.createDirectories(dataset.folder().resolve(".darkroom-killed"));
    Files.writeString(leftover.resolve("some-images-train-00000-of-00003.tfrecord"), "half");

    Run run = convert("--numShards=1", "--overwrite");

    assertEquals(ExitCode.DONE, run.exit(), run.err());
    assertEquals(
        Set.of(
            "_SUCCESS",
            "manifest.json",
            "dataset_info.json",
            "features.json",
            "label.labels.txt",
            "images-train-00000-of-00001.tfrecord",
            "images-train-00000-of-00001.tfrecord.idx",
            "other-train-00000-of-00001.tfrecord",
            "thesis.txt"),
        dataset.files().keySet());
    assertEquals(ExitCode.DONE, Run.of("verify", "--input=" + dataset.folder()).exit());
  }

  @Test
  void whatFailsAtTheEndDoesNotHideTheFailure() throws Exception {
    photos.withImages(1, "cat");
    String taken = "images-train-00000-of-00001.tfrecord";
    Files.createDirectories(dataset.folder().resolve(taken).resolve("not mine"));

    FutureTask<Path> hindrance = new FutureTask<>(this::keepUnfinishedFolder);
    new Thread(hindrance).start();
    Run run = convert("--numShards=1", "--overwrite");

    assertTrue(Files.isDirectory(hindrance.get()));
    assertEquals(ExitCode.FAILURE, run.exit(), run.err());
    String failed = run.err().lines().filter(l -> l.startsWith("failed: ")).findAny().orElse("");
    assertTrue(failed.contains(taken), failed);
    assertTrue(run.err().contains("Suppressed: java.nio.file.DirectoryNotEmptyException"));
  }

  /** Once the folder of the run is there, puts a folder into it that the run does not know. */
  private Path keepUnfinishedFolder() throws IOException, InterruptedException {
    while (true) {
      try (Stream<Path> entries = Files.list(dataset.folder())) {
        Optional<Path> run =
            entries.filter(p -> p.getFileName().toString().startsWith(".darkroom-")).findAny();
        if (run.isPresent()) {
          return Files.createDirectory(run.get().resolve("kept"));
        }
      }
      Thread.sleep(5);
    }
  }

  @Test
  void repeatsItselfToTheByteAndReshardsTheSameRecords() throws IOException {
    photos.withImages(20, "cat", "dog");
    Dataset again = new Dataset(temporary.resolve("again"));
    Dataset other = new Dataset(temporary.resolve("other"));
    Dataset reseeded = new Dataset(temporary.resolve("reseeded"));
    String input = photos.folder().toString();

    convert("--numShards=4");
    convert(input, again, "--numShards=4");
    convert(input, other, "--numShards=3");
    convert(input, reseeded, "--numShards=4", "--seed=1");

    assertEquals(dataset.files(), again.files());
    assertEquals(dataset.records(), other.records());
    assertEquals(dataset.records(), reseeded.records());
    String shard = "images-train-00000-of-00004.tfrecord";
    assertNotEquals(dataset.files().get(shard), reseeded.files().get(shard));
  }

  @Test
  void convertsOddNames() throws IOException {
    List<String> names =
        List.of(
            "a b/with space.jpg",
            "a b/%20.jpg",
            "a b/#1.jpg",
            "[x]/[x].jpg",
            "[x]/{a,b}.jpg",
            "цветы/роза.jpg",
            "цветы/st*r?.jpg",
            "цветы/UPPER.JPG",
            "цветы/line\nbreak.jpg");
    Collection odd = new Collection(temporary.resolve("photos [2019]"));
    for (String name : names) {
      odd.withImage(name, name.hashCode());
    }

    Run run = convert(odd.folder().toString(), dataset);

    assertEquals(ExitCode.DONE, run.exit(), run.err());
    assertEquals(Set.copyOf(names), dataset.records().keySet());
    assertEquals(ExitCode.DONE, Run.of("verify", "--input=" + dataset.folder()).exit());
  }

  @Test
  void givenLabelsBind() throws IOException {
    photos.withImages(2, "cat", "dog", "emu");
    Path labels = Files.writeString(temporary.resolve("labels.txt"), "dog\nfox\ncat\n");

    Run run = convert("--labels=" + labels, "--maxRejectRatio=1");

    assertEquals(ExitCode.DONE, run.exit(), run.err());
    assertEquals(List.of("dog", "fox", "cat"), dataset.manifest().labels());
    assertEquals(Map.of(Reason.UNKNOWN_LABEL, 2L), dataset.manifest().total().reasons());
    assertEquals(2, dataset.records().get("cat/0.jpg").get("label").getInt64List().getValue(0));
    assertEquals(0, dataset.records().get("dog/0.jpg").get("label").getInt64List().getValue(0));
    assertTrue(dataset.rejections().contains("label 'emu' is not among the classes"));
  }

  @Test
  void compressesWithGzip() throws IOException {
    photos.withImages(3, "cat");

    Run run = convert("--compression=gzip");

    assertEquals(ExitCode.DONE, run.exit(), run.err());
    assertEquals(
        Set.of(
            "_SUCCESS",
            "manifest.json",
            "label.labels.txt",
            "images-train-00000-of-00001.tfrecord.gz"),
        dataset.files().keySet());
    assertEquals(ExitCode.DONE, Run.of("verify", "--input=" + dataset.folder()).exit());
  }

  @Test
  void printsJsonOnDemand() throws IOException {
    photos.withImages(3, "cat");

    JsonNode json = new ObjectMapper().readTree(convert("--json").out());

    assertEquals(3, json.at("/total/written").asInt());
    assertEquals(dataset.folder() + "/", json.get("output").asText());
    assertEquals(1, json.get("workers").size());
    assertEquals(3, json.at("/workers/0/images").asInt());
    assertTrue(json.at("/workers/0/imagesPerSecond").asDouble() > 0);
    assertTrue(json.at("/seconds/total").asDouble() > json.at("/seconds/convert").asDouble());
  }

  @Test
  void storesImagesOfTheSizeAskedFor() throws IOException {
    photos.withImages(1, "cat");

    convert();

    byte[] jpeg =
        dataset.records().get("cat/0.jpg").get("image").getBytesList().getValue(0).toByteArray();
    var image = ImageIO.read(new ByteArrayInputStream(jpeg));
    assertArrayEquals(new int[] {16, 12}, new int[] {image.getWidth(), image.getHeight()});
  }
}
