package dev.darkroom.transforms.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.darkroom.transforms.rejection.Reason;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CensusTest {
  /** 2,000 small files, 40 large ones, 3 huge ones. */
  private static List<ImageRef> refs() {
    List<ImageRef> refs = new ArrayList<>();
    for (int i = 0; i < 2043; i++) {
      refs.add(Refs.sized("cat/" + i, i < 2000 ? 1000 : i < 2040 ? 100_000 : 1L << 27));
    }
    return refs;
  }

  private static Census of(int sampleSize, List<ImageRef> refs) {
    Census census = new Census(sampleSize);
    refs.forEach(census::add);
    return census;
  }

  @Test
  void countsByLogarithmOfSize() {
    Census census = of(100, refs()).reject(Refs.sized("cat/x", 7), Reason.NO_LABEL, true);

    assertEquals(2044, census.listed());
    assertEquals(2043, census.candidates());
    assertEquals(2000 * 1000 + 40 * 100_000 + 3 * (1L << 27) + 7, census.sourceBytes());
    assertEquals(Map.of("cat", 2043L), census.classes());
    assertEquals(Map.of(Reason.NO_LABEL, 1L), census.rejected());
    assertEquals(Set.of(10, 17, 28), census.strata().keySet());
    assertEquals(40, census.strata().get(17).images());
  }

  @Test
  void unreadFilesHaveNoBytes() {
    Census census =
        new Census(16).reject(Refs.sized("cat/x", 1L << 40), Reason.TOO_MANY_BYTES, false);

    assertEquals(0, census.sourceBytes());
  }

  @Test
  void everyStratumIsInTheSample() {
    Map<Integer, List<ImageRef>> sample = of(100, refs()).sample();

    assertTrue(sample.get(10).size() > 90 && sample.get(10).size() <= 100, sample.toString());
    assertEquals(16, sample.get(17).size());
    assertEquals(3, sample.get(28).size());
  }

  @Test
  void samplesAllIfThereAreFewer() {
    Map<Integer, List<ImageRef>> sample = of(5000, refs()).sample();

    assertEquals(2043, sample.values().stream().mapToInt(List::size).sum());
  }

  @Test
  void partsInAnyOrderMakeTheSame() {
    List<ImageRef> refs = refs();
    Census whole = of(100, refs);
    Collections.shuffle(refs, new Random(5));
    Census parts = new Census(100);
    for (List<ImageRef> part : List.of(refs.subList(700, 2043), refs.subList(0, 700))) {
      parts.add(of(100, part).reject(part.get(0), Reason.EMPTY, true));
    }

    whole
        .sample()
        .forEach(
            (digits, files) ->
                assertEquals(new HashSet<>(files), new HashSet<>(parts.sample().get(digits))));
    assertEquals(Map.of(Reason.EMPTY, 2L), parts.rejected());
    assertEquals(2045, parts.listed());
    assertEquals(whole.classes(), parts.classes());
  }
}
