package dev.darkroom.benchmark.conversion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunReportTest {
  private static String report(long listed, long written) {
    return String.format(
        "{\"output\":\"/out/\",\"total\":{\"listed\":%d,\"written\":%d,\"rejected\":0},"
            + "\"seconds\":{\"startUp\":6.0,\"convert\":20.0,\"total\":31.0,\"cpu\":50.0},"
            + "\"peakResidentBytes\":1048576}%n",
        listed, written);
  }

  @Test
  void readsWhatConvertPrints() throws IOException {
    Run run = RunReport.parse(report(100, 100), 100);
    assertEquals(100, run.images());
    assertEquals(5, run.convertingRate());
    assertEquals(4, run.rateAfterStartUp());
    assertEquals(6, run.startUpSeconds());
    assertEquals(500, run.cpuSecondsPerThousand());
    assertEquals(1, run.peakMebibytes());
  }

  @Test
  void readsTheCeiling() throws IOException {
    Run run = RunReport.parse(RunReport.ceiling(100, 20, 50), 100);
    assertEquals(5, run.convertingRate());
    assertEquals(5, run.wholeRate());
    assertEquals(500, run.cpuSecondsPerThousand());
  }

  @ParameterizedTest
  @CsvSource({"99, 99, 100", "100, 99, 100", "101, 100, 100", "101, 101, 100"})
  void refusesARunThatLostOrFoundImages(long listed, long written, long files) {
    assertThrows(
        IllegalStateException.class, () -> RunReport.parse(report(listed, written), files));
  }
}
