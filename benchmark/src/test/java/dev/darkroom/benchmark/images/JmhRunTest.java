package dev.darkroom.benchmark.images;

import static java.util.stream.Collectors.toList;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jmh.runner.RunnerException;

class JmhRunTest {
  @TempDir Path folder;

  @BeforeAll
  static void letOthersMeasureMeanwhile() {
    System.setProperty("jmh.ignoreLock", "true");
  }

  private JmhRun run(Contestant... contestants) {
    return new JmhRun(PhotoSet.SMALL, folder, List.of(contestants));
  }

  @Test
  void everyContestantHasItsTurnInEveryRound() throws Exception {
    Files.write(folder.resolve("a.jpg"), Photos.jpeg(320, 240));
    Files.write(folder.resolve("b.jpg"), Photos.jpeg(240, 320));
    List<Measurement> measured = run(Contestant.INSPECT, Contestant.JAVA_READ).measure(3);
    assertEquals(
        List.of(0, 0, 1, 1, 2, 2), measured.stream().map(Measurement::round).collect(toList()));
    for (Contestant contestant : List.of(Contestant.INSPECT, Contestant.JAVA_READ)) {
      List<Measurement> its =
          measured.stream().filter(m -> m.contestant() == contestant).collect(toList());
      assertEquals(3, its.size());
      for (Measurement m : its) {
        assertEquals(PhotoSet.SMALL, m.set());
        assertTrue(m.imagesPerSecond() > 1);
        assertTrue(m.imagesPerCpuSecond() > 1);
      }
    }
  }

  @Test
  void aContestantThatFailsFailsTheRun() throws Exception {
    Files.write(folder.resolve("a.jpg"), new byte[] {1, 2, 3});
    assertThrows(RunnerException.class, () -> run(Contestant.INSPECT).measure(1));
  }
}
