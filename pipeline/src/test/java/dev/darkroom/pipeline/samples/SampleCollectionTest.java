package dev.darkroom.pipeline.samples;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SampleCollectionTest {
  private static final List<Sample> SAMPLES = SampleCollection.of(400);

  @Test
  void hasAsManyImagesOfEachClass() {
    Map<String, Long> images =
        SAMPLES.stream()
            .filter(sample -> sample.defect().isEmpty())
            .collect(groupingBy(sample -> sample.subject().folder(), counting()));

    assertEquals(
        Map.of("clouds", 80L, "leaves", 80L, "mountains", 80L, "pebbles", 80L, "waves", 80L),
        images);
  }

  @Test
  void hasOneFileOfEachDefectInDifferentFolders() {
    List<Sample> bad = SAMPLES.stream().filter(sample -> sample.defect().isPresent()).toList();

    assertEquals(
        Arrays.asList(Defect.values()), bad.stream().map(s -> s.defect().orElseThrow()).toList());
    assertEquals(3, bad.stream().map(Sample::subject).distinct().count());
    assertEquals(
        List.of("half-downloaded-1.jpg", "zero-bytes-2.jpg", "not-a-picture-3.jpg"),
        bad.stream().map(Sample::name).toList());
  }

  @ParameterizedTest
  @CsvSource({"1, 0", "132, 0", "133, 1", "400, 3", "1000, 7"})
  void addsThreeBadFilesToEveryFourHundred(int images, int bad) {
    List<Sample> samples = SampleCollection.of(images);

    assertEquals(images + bad, samples.size());
    assertEquals(bad, samples.stream().filter(s -> s.defect().isPresent()).count());
  }

  @Test
  void hasNoNameTwice() {
    for (int images : new int[] {400, 2000}) {
      List<Sample> samples = SampleCollection.of(images);
      Set<String> paths =
          samples.stream()
              .map(sample -> sample.subject().folder() + "/" + sample.name())
              .collect(Collectors.toSet());
      assertEquals(samples.size(), paths.size());
    }
  }

  @Test
  void isAsMixedAsARealCollection() {
    Set<String> names = SAMPLES.stream().map(Sample::name).collect(Collectors.toSet());
    assertTrue(names.contains("after the rain.jpg"));
    assertTrue(names.contains("волны.jpg"));
    assertEquals(20, names.stream().filter(name -> name.endsWith(".png")).count());

    for (Subject subject : Subject.values()) {
      List<Sample> samples = SAMPLES.stream().filter(s -> s.subject() == subject).toList();
      assertEquals(
          EnumSet.allOf(Orientation.class),
          samples.stream().map(Sample::orientation).collect(Collectors.toSet()));
      assertTrue(samples.stream().anyMatch(s -> s.width() > s.height()));
      assertTrue(samples.stream().anyMatch(s -> s.width() < s.height()));
      assertTrue(samples.stream().anyMatch(s -> s.width() >= 1024));
      assertTrue(samples.stream().anyMatch(s -> s.width() <= 240));
    }
  }
}
