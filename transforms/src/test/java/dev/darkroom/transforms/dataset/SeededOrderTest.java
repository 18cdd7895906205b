package dev.darkroom.transforms.dataset;

import static dev.darkroom.transforms.dataset.Refs.ref;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SeededOrderTest {
  private static final List<ImageRef> REFS =
      IntStream.range(0, 200).mapToObj(i -> ref("class-" + i % 3 + "/" + i + ".jpg")).toList();

  @Test
  void isThatOfTheDraws() {
    List<ImageRef> expected = new ArrayList<>(REFS);
    expected.sort(Comparator.comparingLong(ref -> StableHash.ORDER.draw(ref.key(), 42)));

    assertEquals(expected, SeededOrder.of(REFS, 42));
    assertNotEquals(REFS, expected);
  }

  @Test
  void doesNotDependOnTheOrderOfListing() {
    List<ImageRef> expected = SeededOrder.of(REFS, 42);
    for (int shuffle = 0; shuffle < 10; shuffle++) {
      List<ImageRef> listed = new ArrayList<>(REFS);
      Collections.shuffle(listed, new Random(shuffle));
      assertEquals(expected, SeededOrder.of(listed, 42));
    }
  }

  @Test
  void anotherSeedGivesAnotherOrderOfTheSame() {
    List<ImageRef> one = SeededOrder.of(REFS, 42);
    List<ImageRef> other = SeededOrder.of(REFS, 43);

    assertNotEquals(one, other);
    assertEquals(new HashSet<>(one), new HashSet<>(other));
  }

  @Test
  void aFileThatSeveralInputsListIsTheFirstInputs() {
    ImageRef first = ref("roses/1.jpg", 0, false);
    ImageRef second = ref("roses/1.jpg", 1, true);
    ImageRef other = ref("roses/2.jpg", 1, true);
    List<ImageRef> expected = SeededOrder.of(List.of(first, other), 42);

    assertEquals(2, expected.size());
    assertEquals(expected, SeededOrder.of(List.of(first, second, other, other), 42));
    assertEquals(expected, SeededOrder.of(List.of(other, second, first, second), 42));
  }

  @Test
  void ofNothingIsNothing() {
    assertEquals(List.of(), SeededOrder.of(List.of(), 42));
  }
}
