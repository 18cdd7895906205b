package dev.darkroom.benchmark.measure;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.darkroom.benchmark.Photos;
import dev.darkroom.benchmark.Run;
import dev.darkroom.benchmark.results.Depth;
import dev.darkroom.benchmark.results.Format;
import dev.darkroom.benchmark.results.PageCache;
import dev.darkroom.benchmark.results.Stage;
import dev.darkroom.benchmark.results.TrialRow;
import dev.darkroom.transforms.cli.ExitCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whole runs on DirectRunner. */
class MeasureTest extends MeasureFixture {
  private static long photoBytes() {
    return photos.names().stream().mapToLong(name -> photos.bytes(name).length).sum();
  }

  @Test
  void countsWhatIsThere() throws IOException {
    Run run = runs.both("--batchSizes=8", "--batchCounts=3");

    assertEquals(ExitCode.DONE, run.exit(), run.err());
    TrialRow raw = runs.only(Format.RAW);
    TrialRow packed = runs.only(Format.TFRECORD);
    assertEquals(PHOTOS, raw.images());
    assertEquals(PHOTOS, raw.requests());
    assertEquals(photoBytes(), raw.bytes());
    assertEquals(photoBytes(), raw.imageBytes());
    assertEquals(PHOTOS, packed.images());
    assertEquals(3, packed.requests());
    assertEquals(photoBytes(), packed.imageBytes());
    assertEquals(shardBytes(), packed.bytes());
    assertEquals(raw.contentHash(), packed.contentHash());
    assertEquals(raw.identityHash(), packed.identityHash());
    assertNotNull(raw.identityHash());
    assertEquals(PHOTOS, raw.stages().get(Stage.OPEN).count());
    assertEquals(3, packed.stages().get(Stage.OPEN).count());
    assertEquals(PHOTOS, packed.stages().get(Stage.CRC).count());
    assertEquals(3, packed.stages().get(Stage.BATCH).count());
    assertEquals(PageCache.WARM, raw.pageCache());
    assertEquals("DirectRunner", raw.environment().runner());
    assertTrue(run.out().contains("tfrecord       parse   sequential       8      3"), run.out());
    assertEquals(List.of(), runs.files().stream().filter(name -> name.startsWith(".")).toList());
  }

  private static long shardBytes() throws IOException {
    try (Stream<Path> files = Files.list(records)) {
      return files
          .filter(file -> file.toString().endsWith(".tfrecord"))
          .mapToLong(file -> file.toFile().length())
          .sum();
    }
  }

  /** Every order, depth, and number of reads in flight: the same images in both formats. */
  @Test
  void everyWayOfReadingReadsTheSame() throws IOException {
    Path gzip = photos.pack(folder.resolve("gz"), 3, true, photos::bytes, true);
    Run run =
        runs.of(
            "--input=" + photos.folder(),
            "--records=" + records + "," + gzip,
            "--batchSizes=5",
            "--batchCounts=4",
            "--depths=bytes,parse",
            "--concurrencies=1,3",
            "--orders=sequential,shuffled");

    assertEquals(ExitCode.DONE, run.exit(), run.err());
    assertEquals(3 * 2 * 2 * 2, runs.rows().size());
    Set<String> works = new HashSet<>();
    for (TrialRow row : runs.rows()) {
      assertEquals(20, row.images());
      works.add(row.order() + " " + row.concurrency() + " " + row.contentHash());
    }
    assertEquals(4, works.size(), works.toString());
  }

  @Test
  void randomOrderGoesThroughTheIndex() throws IOException {
    Run run =
        runs.both("--batchSizes=10", "--batchCounts=1", "--orders=random", "--concurrencies=1,4");

    assertEquals(ExitCode.DONE, run.exit(), run.err());
    for (TrialRow row : runs.rows()) {
      assertEquals(10, row.images());
      assertEquals(10, row.requests());
      assertEquals(runs.rows().get(0).contentHash(), row.contentHash());
      assertTrue(row.bytes() < shardBytes(), "no more than the records is asked for");
    }
  }

  @Test
  void passesRepeatUntilTheWindowIsFull() throws IOException {
    Run run =
        runs.both("--batchSizes=2", "--batchCounts=3", "--minImages=15", "--formats=tfrecord");

    assertEquals(ExitCode.DONE, run.exit(), run.err());
    TrialRow row = runs.only(Format.TFRECORD);
    assertEquals(3, row.passes());
    assertEquals(18, row.images());
    assertEquals(18, row.nominalImages());
  }

  /** Records of the files' own bytes must agree with them, to the last one. */
  @Test
  void aFileThatIsNotItsRecordFailsTheRun() throws IOException {
    Photos own = Photos.draw(folder.resolve("photos"), 20, "asters");
    Path ownRecords = own.pack(folder.resolve("records"), 1);
    Path last = folder.resolve("photos").resolve(lastIn(ownRecords));
    byte[] bytes = Files.readAllBytes(last);
    bytes[bytes.length - 1] ^= 1;
    Files.write(last, bytes);

    Run run =
        runs.of(
            "--input=" + own.folder(),
            "--records=" + ownRecords,
            "--batchSizes=20",
            "--batchCounts=1");

    assertEquals(ExitCode.VERIFICATION, run.exit(), run.err());
    assertTrue(run.err().contains("were to read the same images and did not: content"), run.err());
    assertEquals(List.of(), runs.rows(), "nothing is published");
    assertTrue(runs.files().stream().anyMatch(name -> name.startsWith("failed-")));
  }

  /** Beyond the first 16, which are compared before anything is measured. */
  private static String lastIn(Path packed) throws IOException {
    byte[] shard = Files.readAllBytes(packed.resolve("p-train-00000-of-00001.tfrecord"));
    String text = new String(shard, ISO_8859_1);
    int at = text.lastIndexOf("asters/");
    return text.substring(at, at + "asters/00.jpg".length());
  }

  @Test
  void recordsMadeAnewAreComparedByName() throws IOException {
    Path small = photos.pack(folder.resolve("small"), 2, false, MeasureTest::redrawn, true);
    String[] flags = {
      "--input=" + photos.folder(), "--records=" + small, "--batchSizes=8", "--batchCounts=3"
    };

    Run run = runs.of(flags);
    assertEquals(ExitCode.DONE, run.exit(), run.err());
    assertTrue(run.err().contains("of the first 16 records 0 hold their file's own bytes"));
    assertNotEquals(runs.only(Format.RAW).contentHash(), runs.only(Format.TFRECORD).contentHash());

    Run demanded =
        runs.of(Stream.concat(Stream.of(flags), Stream.of("--originals")).toArray(String[]::new));
    assertEquals(ExitCode.VERIFICATION, demanded.exit(), demanded.err());
  }

  private static byte[] redrawn(String name) {
    try {
      return Photos.jpeg(16, 16, name.hashCode());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void recordsOfOtherFilesAreRefused() throws IOException {
    Photos others = Photos.draw(folder.resolve("others"), 4, "zinnias");
    Path nameless = photos.pack(folder.resolve("nameless"), 1, false, photos::bytes, false);

    Run unlike = runs.of("--input=" + others.folder(), "--records=" + records);
    assertEquals(ExitCode.INPUT, unlike.exit());
    assertTrue(unlike.err().contains("which is not below --input"), unlike.err());

    Run unnamed = runs.of("--input=" + photos.folder(), "--records=" + nameless);
    assertEquals(ExitCode.INPUT, unnamed.exit());
    assertTrue(unnamed.err().contains("do not name the files"), unnamed.err());

    Run allTheSame =
        runs.of(
            "--input=" + others.folder(),
            "--records=" + nameless,
            "--unrelated",
            "--batchSizes=2",
            "--batchCounts=2",
            "--orders=sequential,random");
    assertEquals(ExitCode.DONE, allTheSame.exit(), allTheSame.err());
    assertTrue(
        runs.rows().stream()
            .filter(row -> row.format() == Format.TFRECORD)
            .allMatch(row -> row.identityHash() == null));
  }

  @Test
  void scanReadsEverythingOnce() throws IOException {
    Run run = runs.both("--mode=scan", "--depths=bytes,parse", "--concurrencies=1,2", "--parts=4");

    assertEquals(ExitCode.DONE, run.exit(), run.err());
    assertEquals(8, runs.rows().size());
    for (TrialRow row : runs.rows()) {
      assertEquals(PHOTOS, row.images());
      assertEquals(1, row.passes());
      assertTrue(row.workers() >= 1 && row.workers() <= 4, "" + row.workers());
      assertFalse(row.stages().containsKey(Stage.BATCH));
    }
    List<String> contents =
        runs.rows().stream()
            .filter(row -> row.depth() == Depth.PARSE)
            .map(TrialRow::contentHash)
            .distinct()
            .toList();
    assertEquals(1, contents.size());
  }

  @Test
  void scanNoticesAFileThatHasNoRecord() throws IOException {
    Photos own = Photos.draw(folder.resolve("photos"), 5, "asters");
    Path ownRecords = own.pack(folder.resolve("records"), 2);
    Path extra = own.folder().resolve("asters/extra.jpg");
    Files.write(extra, Photos.jpeg(40, 30, 9));
    String[] flags = {"--input=" + own.folder(), "--records=" + ownRecords, "--mode=scan"};

    Run run = runs.of(flags);
    assertEquals(ExitCode.VERIFICATION, run.exit(), run.err());
    assertTrue(run.err().contains("images 6 and 5") || run.err().contains("images 5 and 6"));

    Files.createDirectory(ownRecords.resolve("rejected"));
    Files.writeString(
        ownRecords.resolve("rejected/train-00000-of-00002.jsonl"),
        "{\"key\":\"asters/extra.jpg\"}\n");
    Run rejected = runs.of(flags);
    assertEquals(ExitCode.DONE, rejected.exit(), rejected.err());
  }
}
