package dev.darkroom.benchmark.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.darkroom.benchmark.Photos;
import dev.darkroom.benchmark.Run;
import dev.darkroom.benchmark.results.Mode;
import dev.darkroom.benchmark.results.TrialRow;
import dev.darkroom.transforms.cli.ExitCode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same on Spark in this process: metrics come back and agree with the rows in every mode. */
class SparkMeasureIT {
  @TempDir Path folder;

  @Test
  void measuresInEveryMode() throws IOException {
    Photos photos = Photos.draw(folder.resolve("photos"), 8, "asters", "roses");
    Path records = photos.pack(folder.resolve("records"), 3);
    MeasureRuns runs = new MeasureRuns(photos.folder(), records, folder.resolve("out"));
    String[] spark = {"--runner=SparkRunner", "--sparkMaster=local[2]"};

    done(runs.both(spark[0], spark[1], "--batchSizes=4", "--batchCounts=3"));
    done(runs.both(spark[0], spark[1], "--batchSizes=4", "--batchCounts=3", "--contention=2"));
    done(runs.both(spark[0], spark[1], "--mode=scan", "--parts=4"));

    List<TrialRow> rows = runs.rows();
    assertEquals(2 + 4 + 2, rows.size());
    for (TrialRow row : rows) {
      assertEquals("SparkRunner", row.environment().runner());
      assertEquals((row.mode() == Mode.SCAN ? 16 : 12) * (long) row.passes(), row.images());
      assertEquals(row.mode() == Mode.CONTENTION ? 2 : 1, row.concurrentTrials());
    }
  }

  private static void done(Run run) {
    assertEquals(ExitCode.DONE, run.exit(), run.err());
  }
}
