package dev.darkroom.pipeline.plan;

import dev.darkroom.transforms.cli.CommandLine;
import dev.darkroom.transforms.cli.FlagChecks;
import dev.darkroom.transforms.run.RunnerSettings;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Optional;
import javax.annotation.Nullable;

/** The flags of {@code plan} that {@code convert} does not have. */
final class PlanFlags {
  private static final double SPARK_CLUSTER_SECONDS = 15;
  private static final double DATAFLOW_SECONDS = 180;

  private final Shape shape;
  @Nullable private final Prices prices;
  @Nullable private final Quotas quotas;
  private final boolean inThisProcess;
  @Nullable private final Double startUpSeconds;

  /** Checks all of them; what is wrong goes to the command line's errors. */
  PlanFlags(PlanOptions options, CommandLine commandLine) {
    FlagChecks check = new FlagChecks(commandLine.errors());
    check.range("sample", options.getSample(), 16, 100_000);
    check.range("workers", options.getWorkers(), 1, 100_000);
    check.range("workerDiskGb", options.getWorkerDiskGb(), 0, 1_000_000);
    check.matches("workerDisk", options.getWorkerDisk(), "standard|ssd", "standard or ssd");
    check.range("masterVcpus", options.getMasterVcpus(), 0, 1000);
    shape = shape(options);
    check.range("workerVcpus", shape.workerVcpus(), 1, 1000);
    check.range("workerMemoryGb", shape.workerMemoryGb(), 0.1, 1e6);
    inThisProcess = RunnerSettings.inThisProcess(options, commandLine);
    if (shape.runner().equals("DirectRunner") && shape.workers() > 1) {
      check.fail("workers", "DirectRunner has one; --runner names another");
    }
    startUpSeconds = options.getStartUpSeconds();
    if (startUpSeconds != null) {
      check.range("startUpSeconds", startUpSeconds, 0, 1e6);
    }
    AmountsReader reader = new AmountsReader(check);
    prices = options.getPrices() == null ? null : reader.prices("prices", options.getPrices());
    quotas = options.getQuotas() == null ? null : reader.quotas("quotas", options.getQuotas());
    if (quotas != null) {
      quotas.exceededBy(shape).forEach(problem -> check.fail("quotas", problem));
    }
  }

  private static Shape shape(PlanOptions options) {
    return Shape.builder()
        .runner(options.getRunner().getSimpleName())
        .workers(options.getWorkers())
        .workerVcpus(
            options.getWorkerVcpus() == null
                ? Runtime.getRuntime().availableProcessors()
                : options.getWorkerVcpus())
        .workerMemoryGb(
            options.getWorkerMemoryGb() == null ? memoryGb() : options.getWorkerMemoryGb())
        .masterVcpus(options.getMasterVcpus())
        .diskGb(options.getWorkerDiskGb())
        .ssd(options.getWorkerDisk().equals("ssd"))
        .externalAddresses(options.isExternalAddresses())
        .build();
  }

  private static double memoryGb() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
            .getTotalPhysicalMemorySize()
        / 1e9;
  }

  Shape shape() {
    return shape;
  }

  Optional<Prices> prices() {
    return Optional.ofNullable(prices);
  }

  /** Quotas of which nothing was told, if some were told. */
  List<String> unchecked() {
    return quotas == null ? List.of() : quotas.untold();
  }

  /**
   * Seconds until the first shard is begun.
   *
   * @param here what that took in this process, but for the first shard
   */
  double startUpSeconds(double here) {
    if (startUpSeconds != null) {
      return startUpSeconds;
    }
    return here
        + (inThisProcess
            ? 0
            : shape.runner().equals("SparkRunner") ? SPARK_CLUSTER_SECONDS : DATAFLOW_SECONDS);
  }
}
