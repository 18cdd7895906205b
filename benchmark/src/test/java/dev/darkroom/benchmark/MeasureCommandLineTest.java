package dev.darkroom.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.darkroom.transforms.cli.ExitCode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Command lines that must be refused before anything is read, and the help. */
class MeasureCommandLineTest {
  @TempDir static Path folder;

  private static Path gzip;

  @BeforeAll
  static void makeRecords() throws IOException {
    Photos photos = Photos.draw(folder.resolve("photos"), 4, "asters");
    gzip = photos.pack(folder.resolve("gzip"), 2, true, photos::bytes, true);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--minSeconds=-1 | --minSeconds: -1.0 is not from 0.0 to 86400.0",
        "--minImages=0 | --minImages: 0 is not from 1 to 9223372036854775807",
        "--mode=alone | --mode: 'alone' is none of isolation, contention, scan",
        "--mode=contention | --mode: contention needs --contention=2 or more",
        "--mode=scan --contention=2 | --contention: is not for --mode=scan",
        "--contention=2 --dropCaches | --dropCaches: would disturb the trials beside it; it is for isolation alone",
        "--mode=scan --batchSizes=3 | --batchSizes: is not for --mode=scan",
        "--grid=tree | --grid: 'tree' is not of the form: seed",
        "--plan=no/such.csv | --plan: there is no file no/such.csv",
        "--formats=tfrecord | --formats: there is no data for tfrecord",
        "--concurrencies=300 | --concurrencies: 300 reads cannot be in flight in a pass of 256",
        "--concurrencies=3 --formats=tfrecord-gzip | --records: tfrecord-gzip: 2 shards without an index cannot be read as 3 streams at once",
        "--orders=random --concurrencies=1 | --records: tfrecord-gzip: random order needs an index beside every shard",
        "--mode=scan --concurrencies=2 | --records: tfrecord-gzip: shards without an index cannot be read in 2 pieces at once",
        "--batchSize=3 | --batchSize=3: no such flag. Did you mean 'batchSizes'?",
      })
  void refusesFlag(String flags, String message) {
    Run run =
        Run.of(
            List.of(
                ("measure --input="
                        + folder.resolve("photos")
                        + " --records="
                        + gzip
                        + " --output="
                        + folder.resolve("out")
                        + " "
                        + flags)
                    .split(" ")));

    assertEquals(ExitCode.USAGE, run.exit(), run.err());
    assertEquals(message, run.err().lines().findFirst().orElse(""));
    assertFalse(run.err().contains("\tat "), "no stack trace: " + run.err());
  }

  @Test
  void wantsSomethingToReadAndSomewhereToWrite() {
    Run run = Run.of(List.of("measure"));

    assertEquals(ExitCode.USAGE, run.exit());
    assertTrue(run.err().contains("--input: or --records is required"), run.err());
    assertTrue(run.err().contains("--output: is required"), run.err());
  }

  @Test
  void helpTellsFlagsWithDefaults() {
    Run run = Run.of(List.of("measure", "--help"));

    assertEquals(ExitCode.DONE, run.exit());
    assertTrue(run.out().contains("--concurrencies=1,8\n"), run.out());
    assertTrue(run.out().contains("--dropCaches=false\n"), run.out());
    assertFalse(run.out().contains(ExitCode.REJECTIONS.meaning()), run.out());
  }
}
