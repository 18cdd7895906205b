package dev.darkroom.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.darkroom.transforms.cli.ExitCode;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same command on another runner: the same bytes, and the same complaints. */
class SparkParityIT {
  private static final String[] SPARK = {"--runner=SparkRunner", "--sparkMaster=local[2]"};

  @TempDir Path temporary;

  @Test
  void sparkWritesWhatDirectRunnerWrites() throws IOException {
    Path photos =
        new Collection(temporary.resolve("photos"))
            .withImages(12, "cat", "dog", "emu")
            .withFile("cat/empty.jpg", new byte[0])
            .folder();
    Dataset direct = new Dataset(temporary.resolve("direct"));
    Dataset spark = new Dataset(temporary.resolve("spark"));
    String[] common = {
      "--input=" + photos,
      "--numShards=5",
      "--split=train:60,test:40",
      "--schema=flowers",
      "--json",
      "--maxRejectRatio=0.1"
    };

    Run onDirect = run("convert", common, "--output=" + direct.folder());
    Run onSpark = run("convert", common, "--output=" + spark.folder(), SPARK[0], SPARK[1]);

    assertEquals(ExitCode.DONE, onDirect.exit(), onDirect.err());
    assertEquals(ExitCode.DONE, onSpark.exit(), onSpark.err());
    assertEquals(direct.files(), spark.files());
    assertEquals(36, spark.manifest().total().written());
    assertEquals(shardsWithFiles(spark), shardAttempts(onSpark), "each shard is converted once");
    Run verified = Run.of("verify", "--input=" + spark.folder(), SPARK[0], SPARK[1]);
    assertEquals(ExitCode.DONE, verified.exit(), verified.err());
    assertTrue(verified.out().startsWith("verified: 36 sound records in 10 shards"));
  }

  private static long shardsWithFiles(Dataset dataset) throws IOException {
    return dataset.manifest().splits().stream()
        .flatMap(split -> split.shards().stream())
        .filter(shard -> shard.facts().records() + shard.rejected() > 0)
        .count();
  }

  private static long shardAttempts(Run run) throws IOException {
    return new ObjectMapper().readTree(run.out()).get("shardAttempts").asLong();
  }

  @Test
  void sparkNamesInputThatMatchesNothing() throws IOException {
    String nothing = temporary + "/nothing/*.jpg";
    Run run =
        run("convert", SPARK, "--input=" + nothing, "--output=" + temporary.resolve("dataset"));

    assertEquals(ExitCode.INPUT, run.exit(), run.err());
    assertEquals("--input: nothing matches " + nothing, run.err().strip());
  }

  private static Run run(String verb, String[] some, String... more) {
    String[] arguments = new String[1 + some.length + more.length];
    arguments[0] = verb;
    System.arraycopy(some, 0, arguments, 1, some.length);
    System.arraycopy(more, 0, arguments, 1 + some.length, more.length);
    return Run.of(arguments);
  }
}
