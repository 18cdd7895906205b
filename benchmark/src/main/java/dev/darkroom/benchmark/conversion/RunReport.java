package dev.darkroom.benchmark.conversion;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.darkroom.transforms.json.Json;
import dev.darkroom.transforms.run.ProcessUsage;
import java.io.IOException;
import java.util.Map;

/** What a measured process says of itself: the JSON that {@code convert --json} prints. */
final class RunReport {

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
            ProcessUsage.peakResidentBytes().orElse(0)));
  }
}
