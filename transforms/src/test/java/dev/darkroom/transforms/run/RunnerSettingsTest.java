package dev.darkroom.transforms.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.darkroom.transforms.cli.CommandLine;
import java.util.List;
import java.util.Properties;
import org.apache.beam.runners.direct.DirectOptions;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.PipelineRunner;
import org.apache.beam.sdk.options.PipelineOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RunnerSettingsTest {
  /** Has the name, and nothing else, of Beam's. */
  static final class SparkRunner extends PipelineRunner<PipelineResult> {
    @Override
    public PipelineResult run(Pipeline pipeline) {
      throw new UnsupportedOperationException();
    }
  }

  private Properties before;

  @BeforeEach
  void remember() {
    before = (Properties) System.getProperties().clone();
  }

  @AfterEach
  void restore() {
    System.setProperties(before);
  }

  private static PipelineOptions direct(String... flags) {
    CommandLine line = new CommandLine(List.of(flags));
    return RunnerSettings.apply(line.parse(PipelineOptions.class), PipelineOptions.class, line);
  }

  private static void spark(String... flags) {
    CommandLine line = new CommandLine(List.of(flags));
    PipelineOptions options = new CommandLine(List.of()).parse(PipelineOptions.class);
    options.setRunner(SparkRunner.class);
    RunnerSettings.apply(options, PipelineOptions.class, line);
  }

  @Test
  void directRunnerReturnsAtOnceUnlessToldOtherwise() {
    assertFalse(direct().as(DirectOptions.class).isBlockOnRun());
    assertFalse(direct("--runner=direct", "--jobName=x").as(DirectOptions.class).isBlockOnRun());
    assertTrue(direct("--blockOnRun=true").as(DirectOptions.class).isBlockOnRun());
    assertEquals("x", direct("--jobName=x").getJobName());
  }

  @Test
  void localSparkIsQuietAndHasSeveralPartsPerCore() {
    spark();

    assertEquals("false", System.getProperty("spark.ui.enabled"));
    assertEquals("127.0.0.1", System.getProperty("spark.driver.host"));
    assertEquals(
        "" + 8 * Runtime.getRuntime().availableProcessors(),
        System.getProperty("spark.default.parallelism"));
  }

  @Test
  void aClusterHasManyParts() {
    spark("--sparkMaster=spark://host:7077");

    assertEquals("200", System.getProperty("spark.default.parallelism"));
    assertNull(System.getProperty("spark.ui.enabled"));
  }

  @Test
  void whatWasSubmittedIsTheMaster() {
    System.setProperty("spark.master", "yarn");
    spark("--sparkMaster=local[2]");

    assertEquals("200", System.getProperty("spark.default.parallelism"));
  }

  @Test
  void tellsWhetherWorkersAreThreadsOfThisProcess() {
    PipelineOptions options = new CommandLine(List.of()).parse(PipelineOptions.class);
    CommandLine local = new CommandLine(List.of("--sparkMaster=local[2]"));
    CommandLine cluster = new CommandLine(List.of("--sparkMaster=spark://host:7077"));

    assertTrue(RunnerSettings.inThisProcess(options, cluster), "DirectRunner is");
    options.setRunner(SparkRunner.class);
    assertTrue(RunnerSettings.inThisProcess(options, local));
    assertFalse(RunnerSettings.inThisProcess(options, cluster));
  }

  @Test
  void whatTheUserHasSetStays() {
    System.setProperty("spark.default.parallelism", "5");
    spark("--sparkMaster=local[*]");

    assertEquals("5", System.getProperty("spark.default.parallelism"));
  }
}
