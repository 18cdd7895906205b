package dev.darkroom.pipeline.run;

import org.apache.beam.runners.direct.DirectOptions;
import org.apache.beam.runners.spark.SparkPipelineOptions;
import org.apache.beam.sdk.options.PipelineOptions;

/** Makes each runner behave the same to the user. What the user has set stays. */
public final class RunnerSettings {
  /** Partitions on a cluster, whose size is not known when the job is built. */
  private static final int CLUSTER_PARTITIONS = 200;

  private static final int LOCAL_PARTITIONS_PER_CORE = 8;

  private RunnerSettings() {}

  /**
   * Adjusts {@code options} and, for Spark, system properties; to be called before the pipeline is
   * built.
   */
  public static void apply(PipelineOptions options) {
    switch (options.getRunner().getSimpleName()) {
      case "DirectRunner":
        // The launching thread watches the progress instead.
        options.as(DirectOptions.class).setBlockOnRun(false);
        break;
      case "SparkRunner":
        spark(options.as(SparkPipelineOptions.class));
        break;
      default:
        break;
    }
  }

  private static void spark(SparkPipelineOptions options) {
    String submitted = System.getProperty("spark.master");
    String master = submitted == null ? options.getSparkMaster() : submitted;
    if (master.startsWith("local")) {
      setDefault("spark.ui.enabled", "false");
      setDefault("spark.driver.host", "127.0.0.1");
      setDefault("spark.driver.bindAddress", "127.0.0.1");
      int cores = Runtime.getRuntime().availableProcessors();
      setDefault("spark.default.parallelism", "" + LOCAL_PARTITIONS_PER_CORE * cores);
    } else {
      // With dynamic allocation Spark's own default counts the executors there are at the start:
      // none.
      setDefault("spark.default.parallelism", "" + CLUSTER_PARTITIONS);
    }
  }

  private static void setDefault(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }
}
