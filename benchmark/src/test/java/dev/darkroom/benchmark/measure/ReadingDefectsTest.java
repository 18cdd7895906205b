package dev.darkroom.benchmark.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.darkroom.benchmark.Photos;
import dev.darkroom.benchmark.Run;
import dev.darkroom.benchmark.results.Format;
import dev.darkroom.benchmark.results.PageCache;
import dev.darkroom.benchmark.results.Phase;
import dev.darkroom.benchmark.results.Stage;
import dev.darkroom.benchmark.results.TrialRow;
import dev.darkroom.transforms.cli.ExitCode;
import dev.darkroom.transforms.json.Json;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the family of speed tests got wrong about reading, by its number in the list of defects. */
class ReadingDefectsTest extends MeasureFixture {
  /** The family's jobs appended a pattern of records to one of images, and read no file at all. */
  @Test
  void D1_emptyGlobFails() throws IOException {
    String nothing = photos.folder() + "/*.jpg*.tfrec";
    for (String[] flags :
        new String[][] {{"--input=" + nothing}, {"--input=" + nothing, "--mode=scan"}}) {
      Run run = runs.of(flags);

      assertEquals(ExitCode.INPUT, run.exit(), run.err());
      assertEquals("--input: nothing matches " + nothing, run.err().strip());
      assertEquals(List.of(), runs.rows());
    }

    Run noShards = runs.of("--records=" + photos.folder());
    assertEquals(ExitCode.INPUT, noShards.exit());
    assertTrue(noShards.err().contains("--records: no shard matches"), noShards.err());

    Path empty = Files.createDirectory(folder.resolve("empty"));
    Files.createFile(empty.resolve("a.tfrecord"));
    Run noRecords = runs.of("--records=" + empty);
    assertEquals(ExitCode.INPUT, noRecords.exit());
    assertTrue(noRecords.err().contains("--records: no record in"), noRecords.err());
    assertEquals(List.of(), runs.rows());
  }

  /** The family's raw job called the loader of records. */
  @Test
  void D2_rawAndTfrecordReadDifferentFiles() throws IOException {
    Path ownPhotos = folder.resolve("photos");
    Photos own = Photos.draw(ownPhotos, 4, "asters");
    Path ownRecords = own.pack(folder.resolve("records"), 1);
    String[] flags = {
      "--input=" + ownPhotos, "--records=" + ownRecords, "--batchSizes=4", "--batchCounts=1"
    };
    Files.write(ownPhotos.resolve("asters/02.jpg"), new byte[100]);

    Run rawBroken = runs.of(flags);
    assertEquals(ExitCode.FAILURE, rawBroken.exit(), rawBroken.err());
    TrialRow failed = runs.only(Format.RAW);
    assertTrue(failed.failure().contains("asters/02.jpg is no image"), failed.failure());
    assertTrue(failed.imagesPerSecond().isEmpty());
    assertNull(runs.only(Format.TFRECORD).failure());
    assertTrue(rawBroken.err().contains("1 of 2 trials failed"), rawBroken.err());
    assertTrue(
        rawBroken.out().lines().noneMatch(line -> line.startsWith("raw ")),
        "a failed trial has no rate: " + rawBroken.out());

    Files.write(ownPhotos.resolve("asters/02.jpg"), Photos.jpeg(40, 30, 7));
    runs.forget();
    Path shard = ownRecords.resolve("p-train-00000-of-00001.tfrecord");
    byte[] bytes = Files.readAllBytes(shard);
    bytes[bytes.length - 30] ^= 1;
    Files.write(shard, bytes);

    Run recordsBroken = runs.of("--records=" + ownRecords, "--batchSizes=4", "--batchCounts=1");
    assertEquals(ExitCode.FAILURE, recordsBroken.exit(), recordsBroken.err());
    assertTrue(
        runs.only(Format.TFRECORD).failure().contains("checksum mismatch"), recordsBroken.err());
  }

  /** The family multiplied batch size and number, whatever there was to read. */
  @Test
  void D3_batchPastTheDataCountsOnlyWhatWasRead() throws IOException {
    Run run = runs.both("--batchSizes=10", "--batchCounts=6", "--concurrencies=1,5");

    assertEquals(ExitCode.DONE, run.exit(), run.err());
    assertEquals(4, runs.rows().size());
    for (TrialRow row : runs.rows()) {
      assertEquals(60, row.nominalImages());
      assertEquals(PHOTOS, row.images());
      assertEquals(3, row.stages().get(Stage.BATCH).count(), "10, 10 and 4");
      assertEquals(PHOTOS / row.seconds(), row.imagesPerSecond().orElseThrow());
    }
  }

  /** The family passed a sink as one more thing to print, and timed the printing. */
  @Test
  void D5_nothingIsPrintedWhileTiming() throws IOException {
    StampedStream stamps = new StampedStream();
    PrintStream out = System.out;
    PrintStream err = System.err;
    System.setOut(new PrintStream(stamps, true));
    System.setErr(new PrintStream(stamps, true));
    Run run;
    try {
      run = runs.both("--batchSizes=8", "--batchCounts=3", "--minSeconds=0.05", "--warmUps=1");
    } finally {
      System.setOut(out);
      System.setErr(err);
    }

    assertEquals(ExitCode.DONE, run.exit(), run.err());
    assertEquals(4, runs.rows().size());
    for (TrialRow row : runs.rows()) {
      long end = row.startedAtEpochMillis() + (long) (1000 * row.seconds());
      assertEquals(
          List.of(),
          stamps.between(row.startedAtEpochMillis() + 1, end - 1),
          "printed during trial " + row.trial());
    }
  }

  /** The family's raw branch encoded each image again. */
  @Test
  void D6_rawIsDecodedAndResizedAndNoMore() throws IOException {
    Run run =
        runs.both(
            "--batchSizes=8", "--batchCounts=3", "--depths=resize", "--width=20", "--height=10");

    assertEquals(ExitCode.DONE, run.exit(), run.err());
    Set<Stage> reading =
        EnumSet.of(
            Stage.OPEN, Stage.FIRST_BYTE, Stage.READ, Stage.DECODE, Stage.RESIZE, Stage.BATCH);
    assertEquals(reading, runs.only(Format.RAW).stages().keySet());
    Set<Stage> recordStages = EnumSet.copyOf(reading);
    recordStages.addAll(Set.of(Stage.CRC, Stage.PARSE));
    assertEquals(recordStages, runs.only(Format.TFRECORD).stages().keySet());
    for (TrialRow row : runs.rows()) {
      assertEquals(PHOTOS, row.stages().get(Stage.RESIZE).count());
    }
  }

  /** The family had neither warm-up nor random order, and said nothing of caches. */
  @Test
  void D7_warmUpsAreApartAndTheOrderIsRandom() throws IOException {
    Run run =
        runs.both(
            "--batchSizes=2,4", "--batchCounts=3", "--warmUps=1", "--repetitions=4", "--seed=5");

    assertEquals(ExitCode.DONE, run.exit(), run.err());
    List<TrialRow> rows = runs.rows();
    assertEquals(2 + 16, rows.size());
    assertTrue(rows.subList(0, 2).stream().allMatch(row -> row.phase() == Phase.WARMUP));
    List<TrialRow> measured = rows.subList(2, 18);
    assertTrue(measured.stream().allMatch(row -> row.phase() == Phase.MEASURED));
    List<Integer> places = measured.stream().map(TrialRow::planned).toList();
    assertNotEquals(places.stream().sorted().toList(), places);
    assertTrue(rows.stream().allMatch(row -> row.pageCache() == PageCache.WARM));
    assertTrue(run.out().contains("      4 "), "warm-ups are in no figure: " + run.out());
  }

  /** The family's trials competed for the same network and bucket without saying so. */
  @Test
  void D10_isolationIsAloneAndContentionIsTogether() throws IOException {
    Run alone = runs.both("--batchSizes=8", "--batchCounts=3", "--minSeconds=0.05");
    assertEquals(ExitCode.DONE, alone.exit(), alone.err());
    List<TrialRow> isolated = runs.rows();
    for (int i = 1; i < isolated.size(); i++) {
      TrialRow before = isolated.get(i - 1);
      assertTrue(
          isolated.get(i).startedAtEpochMillis()
              >= before.startedAtEpochMillis() + 1000 * before.seconds() - 1);
    }
    isolated.forEach(row -> assertEquals(1, row.concurrentTrials()));

    runs.forget();
    Run together = runs.both("--batchSizes=8", "--batchCounts=3", "--contention=3");

    assertEquals(ExitCode.DONE, together.exit(), together.err());
    assertEquals(6, runs.rows().size());
    for (TrialRow row : runs.rows()) {
      assertEquals(3, row.concurrentTrials());
      assertEquals(3, row.workers());
      assertEquals(PHOTOS * (long) row.passes(), row.images());
    }
  }

  /** DirectRunner's own threads would compete for the processors, for they never rest. */
  @Test
  void D10_theRunnerHasNoThreadBesideTheTrial() throws Exception {
    Set<Thread> before = workers();
    Set<Thread> seen = ConcurrentHashMap.newKeySet();
    AtomicBoolean ended = new AtomicBoolean();
    Thread watch =
        new Thread(
            () -> {
              while (!ended.get()) {
                seen.addAll(workers());
                LockSupport.parkNanos(5_000_000);
              }
            });
    watch.start();
    Run run = runs.both("--batchSizes=8", "--batchCounts=3", "--minSeconds=0.1", "--contention=2");
    ended.set(true);
    watch.join();

    assertEquals(ExitCode.DONE, run.exit(), run.err());
    seen.removeAll(before);
    assertEquals(1, seen.size(), seen.toString());
  }

  private static Set<Thread> workers() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("direct-runner-worker"))
        .collect(Collectors.toSet());
  }

  /**
   * The family's shards were unpadded, so that they are listed in another order than they were
   * written in, and readers took counts from names, where there were any.
   */
  @Test
  void D11_shardsHoldWhatIsInThemWhateverTheirNamesSay() throws IOException {
    Path unpadded = photos.pack(folder.resolve("unpadded"), 12);
    try (Stream<Path> files = Files.list(unpadded)) {
      for (Path file : files.sorted().toList()) {
        String number = file.getFileName().toString().replaceAll("p-train-0*(\\d+)-.*", "$1");
        if (file.toString().endsWith(".idx")) {
          Files.delete(file);
        } else {
          Files.move(file, unpadded.resolve("flowers" + number + "-230.tfrec"));
        }
      }
    }

    Run run =
        runs.of(
            "--input=" + photos.folder(),
            "--records=" + unpadded,
            "--batchSizes=24",
            "--batchCounts=1");

    assertEquals(ExitCode.DONE, run.exit(), run.err());
    assertTrue(run.err().contains("24 records in 12 shards"), run.err());
    runs.rows().forEach(row -> assertEquals(PHOTOS, row.images()));
  }

  /** The family's results were a pickle. */
  @Test
  void D13_resultsAreJsonLinesAndCsv() throws IOException {
    Run run = runs.both("--batchSizes=8", "--batchCounts=3", "--json");

    assertEquals(ExitCode.DONE, run.exit(), run.err());
    JsonNode result = Json.parse(run.out(), JsonNode.class);
    Path lines = Path.of(result.get("rows").asText());
    assertEquals(2, Files.readAllLines(lines).size());
    Path table = Path.of(lines.toString().replace(".jsonl", ".csv"));
    assertEquals(3, Files.readAllLines(table).size());
    assertEquals(2, result.get("cells").size());
  }
}
