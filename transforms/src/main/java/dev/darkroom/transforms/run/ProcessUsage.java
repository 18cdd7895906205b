package dev.darkroom.transforms.run;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.OptionalLong;

/** What this process has used so far; of a cluster, that is the launching process alone. */
public final class ProcessUsage {
  private static final Path STATUS = Paths.get("/proc/self/status");

  private ProcessUsage() {}

  /** When the process began, in milliseconds of the epoch. */
  public static long beganAtMillis() {
    return ManagementFactory.getRuntimeMXBean().getStartTime();
  }

  /** Processor time of all its threads, Java's and native ones, in steps of some milliseconds. */
  public static long cpuNanos() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  /** {@link #cpuNanos} in seconds. */
  public static double cpuSeconds() {
    return cpuNanos() / 1e9;
  }

  /** The most memory it has had resident, in bytes; empty where the system does not tell. */
  public static OptionalLong peakResidentBytes() throws IOException {
    if (!Files.isReadable(STATUS)) {
      return OptionalLong.empty();
    }
    return Files.readAllLines(STATUS).stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
        .findFirst();
  }
}
