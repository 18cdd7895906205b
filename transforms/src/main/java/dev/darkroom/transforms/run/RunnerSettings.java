package dev.darkroom.transforms.run;

import dev.darkroom.transforms.cli.CommandLine;
import org.apache.beam.sdk.options.PipelineOptions;

/**
 * Makes each runner behave the same to the user. What the user has set stays. Runners are known by
 * name and set by flags and system properties, so that none has to be on the class path.
 */
public final class RunnerSettings {
  /** Partitions on a cluster, whose size is not known when the job is built. */
  private static final int CLUSTER_PARTITIONS = 200;

  private static final int LOCAL_PARTITIONS_PER_CORE = 8;

  /** Beam's own default. */
  private static final String DEFAULT_MASTER = "local[4]";

  private RunnerSettings() {}

  /**
   * The options with which to run: those read, with flags added for the runner they name. Sets
   * system properties for Spark; to be called before the pipeline is built.
   *
   * @param read what {@code commandLine} was read as
   */
  public static <T extends PipelineOptions> T apply(
      T read, Class<T> type, CommandLine commandLine) {
    switch (read.getRunner().getSimpleName()) {
      case "DirectRunner":
        // The launching thread watches the progress instead.
        commandLine.setDefault("blockOnRun", "false");
        return commandLine.parse(type);
      case "DataflowRunner":
        // The workers of today, which take containers of one's own.
        commandLine.setDefault("experiments", "use_runner_v2");
        return commandLine.parse(type);
      case "SparkRunner":
        spark(isLocal(commandLine));
        return read;
      default:
        return read;
    }
  }

  /**
   * Whether the workers will be threads of this process.
   *
   * @param read what {@code commandLine} was read as
   */
  public static boolean inThisProcess(PipelineOptions read, CommandLine commandLine) {
    String runner = read.getRunner().getSimpleName();
    return runner.equals("DirectRunner") || (runner.equals("SparkRunner") && isLocal(commandLine));
  }

  private static boolean isLocal(CommandLine commandLine) {
    String submitted = System.getProperty("spark.master");
    String typed = commandLine.value("sparkMaster").orElse(DEFAULT_MASTER);
    String master = submitted == null ? typed : submitted;
    return master.startsWith("local") && !master.startsWith("local-cluster");
  }

  private static void spark(boolean local) {
    if (local) {
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
