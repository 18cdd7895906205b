package dev.darkroom.transforms.dataset;

import static dev.darkroom.transforms.dataset.Refs.ref;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.darkroom.transforms.coders.SurveyCoder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.beam.sdk.coders.CoderException;
import org.apache.beam.sdk.util.CoderUtils;
import org.junit.jupiter.api.Test;

class SurveyTest {
  @Test
  void labelsAreInNaturalOrder() {
    assertEquals(
        List.of("10", "9", "Tulips", "asters", "roses", "ярко"),
        survey("roses/1", "9/1", "ярко/1", "asters/1", "10/1", "Tulips/1", "roses/2").labels());
  }

  @Test
  void filesBesideClassFoldersNameNoClass() {
    Survey survey = new Survey();
    survey.add(ref("photos/roses/1.jpg")).add(ref("photos/README", 0, true));

    assertEquals(List.of("roses"), survey.labels());
    assertFalse(survey.rootNamesClass(0));
  }

  @Test
  void aLoneFolderNamesItsClass() {
    Survey survey = new Survey();
    survey.add(ref("roses/1.jpg", 0, true)).add(ref("roses/2.jpg", 0, true));

    assertEquals(List.of("roses"), survey.labels());
    assertTrue(survey.rootNamesClass(0));
  }

  /** One input is a class folder, the other a collection of them. */
  @Test
  void eachInputIsJudgedAlone() {
    Survey survey = new Survey();
    survey.add(ref("roses/1.jpg", 0, true));
    survey.add(ref("photos/tulips/1.jpg", 1, false)).add(ref("photos/README", 1, true));

    assertEquals(List.of("roses", "tulips"), survey.labels());
    assertTrue(survey.rootNamesClass(0));
    assertFalse(survey.rootNamesClass(1));
    assertFalse(survey.rootNamesClass(2), "of which nothing was seen");
  }

  @Test
  void samplesTheSmallestDraws() {
    List<ImageRef> refs = IntStream.range(0, 500).mapToObj(i -> ref("a/" + i)).toList();
    Survey survey = new Survey();
    refs.forEach(survey::add);
    List<ImageRef> expected = new ArrayList<>(refs);
    expected.sort(
        Comparator.comparing(ref -> StableHash.SAMPLE.draw(ref.key(), 0), Long::compareUnsigned));

    assertEquals(500, survey.split("train").images());
    assertEquals(
        expected.subList(0, Survey.SAMPLE_SIZE),
        List.copyOf(survey.split("train").sample().values()));
  }

  @Test
  void mergingIsCommutativeAndAssociative() throws CoderException {
    List<ImageRef> refs = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      refs.add(ref("c" + i % 7 + "/" + i, i % 3, i % 11 == 0));
      // The same file, seen through an overlapping input: here it lies in the root.
      refs.add(ref("c" + i % 7 + "/" + i, 3, true));
    }
    byte[] expected = encoded(merged(refs, 1));

    for (int shuffle = 0; shuffle < 10; shuffle++) {
      Collections.shuffle(refs, new Random(shuffle));
      for (int parts : new int[] {1, 2, 10}) {
        assertArrayEquals(expected, encoded(merged(refs, parts)));
      }
    }
  }

  private static Survey merged(List<ImageRef> refs, int parts) {
    List<Survey> surveys = new ArrayList<>();
    for (int part = 0; part < parts; part++) {
      surveys.add(new Survey());
    }
    for (int i = 0; i < refs.size(); i++) {
      surveys.get(i % parts).add(refs.get(i));
    }
    Survey all = new Survey();
    surveys.forEach(all::add);
    return all;
  }

  private static byte[] encoded(Survey survey) throws CoderException {
    return CoderUtils.encodeToByteArray(SurveyCoder.of(), survey);
  }

  private static Survey survey(String... keys) {
    Survey survey = new Survey();
    for (String key : keys) {
      survey.add(ref(key));
    }
    return survey;
  }
}
