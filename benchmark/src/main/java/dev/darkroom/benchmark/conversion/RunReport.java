package dev.darkroom.benchmark.conversion;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.darkroom.transforms.json.Json;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** What a measured process says of itself: the JSON that {@code convert --json} prints. */
final class RunReport {
  private static final Path STATUS = Path.of("/proc/self/status");

  private RunReport() {}

  /**
   * Reads a report and holds it against the folder.
   *
   * @param output all that the process wrote to its standard output
   * @param files how many files there were to convert
   * @throws IllegalStateException if not each of them was converted
   */
  static Run parse(String output, long files) throws JsonProcessingException {
    JsonNode report =
        Json.parse(output.substring(Math.max(0, output.indexOf('{'))), JsonNode.class);
    long listed = report.at("/total/listed").asLong();
    long written = report.at("/total/written").asLong();
    if (listed != files || written != files) {
      throw new IllegalStateException(
          String.format("%d files, but %d listed and %d written", files, listed, written));
    }
    return new Run(
        written,
        report.at("/seconds/convert").asDouble(),
        report.at("/seconds/startUp").asDouble(),
        report.at("/seconds/total").asDouble(),
        report.at("/seconds/cpu").asDouble(),
        report.at("/peakResidentBytes").asDouble());
  }

  /** The report of this process on image code that was measured without a start. */
  static String ceiling(long images, double seconds, double cpuSeconds) throws IOException {
    return Json.line(
        Map.of(
            "total",
            Map.of("listed", images, "written", images),
            "seconds",
            Map.of("startUp", 0, "convert", seconds, "total", seconds, "cpu", cpuSeconds),
            "peakResidentBytes",
            peakResidentBytes()));
  }

  /** Processor time of all threads, in seconds. */
  static double cpuSecondsOfThisProcess() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
            .getProcessCpuTime()
        / 1e9;
  }

  /** The most memory this process has had resident; 0 where the system does not tell. */
  private static long peakResidentBytes() throws IOException {
    if (!Files.isReadable(STATUS)) {
      return 0;
    }
    return Files.readAllLines(STATUS).stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
        .findFirst()
        .orElse(0);
  }
}
