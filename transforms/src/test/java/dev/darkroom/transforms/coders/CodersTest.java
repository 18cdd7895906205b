package dev.darkroom.transforms.coders;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableMap;
import dev.darkroom.transforms.dataset.Attempt;
import dev.darkroom.transforms.dataset.Census;
import dev.darkroom.transforms.dataset.DatasetPlan;
import dev.darkroom.transforms.dataset.ImageRef;
import dev.darkroom.transforms.dataset.ShardFacts;
import dev.darkroom.transforms.dataset.ShardId;
import dev.darkroom.transforms.dataset.ShardResult;
import dev.darkroom.transforms.dataset.Survey;
import dev.darkroom.transforms.rejection.Reason;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.CoderException;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.ListCoder;
import org.apache.beam.sdk.testing.CoderProperties;
import org.apache.beam.sdk.util.CoderUtils;
import org.apache.beam.sdk.values.KV;
import org.junit.jupiter.api.Test;

class CodersTest {
  private static final List<ImageRef> REFS =
      List.of(
          ImageRef.of("/data/roses/1.jpg", "roses/1.jpg", "roses", "train", 0, 0, false),
          ImageRef.of("/data/roses/1.jpg", "roses/1.jpg", "roses", "train", 0, 0, true),
          ImageRef.of("/data/roses/1.jpg", "roses/1.jpg", "roses", "train", 0, 1, false),
          ImageRef.of("/data/roses/1.jpg", "roses/1.jpg", "roses", "train", 1, 0, false),
          ImageRef.of("/data/roses/1.jpg", "roses/1.jpg", "roses", "test", 0, 0, false),
          ImageRef.of("/data/roses/1.jpg", "roses/1.jpg", "", "train", 0, 0, false),
          ImageRef.of("gs://b/я \n/%20.jpg", "\uD83C\uDF3B", "я \n", "t", 1L << 40, 9, true));

  private static final List<ShardId> SHARDS =
      List.of(
          ShardId.of("train", 0, 1),
          ShardId.of("train", 0, 99_999),
          ShardId.of("train", 99_998, 99_999),
          ShardId.of("test", 0, 1));

  @Test
  void references() throws Exception {
    holdsItsProperties(ImageRefCoder.of(), REFS);
  }

  @Test
  void shards() throws Exception {
    holdsItsProperties(ShardIdCoder.of(), SHARDS);
  }

  @Test
  void keyedReferences() throws Exception {
    holdsItsProperties(
        KvCoder.of(ShardIdCoder.of(), ImageRefCoder.of()),
        List.of(KV.of(SHARDS.get(0), REFS.get(0)), KV.of(SHARDS.get(1), REFS.get(6))));
  }

  @Test
  void plans() throws Exception {
    List<DatasetPlan> plans =
        List.of(
            DatasetPlan.of(List.of(), Map.of(), 0, Set.of(), Set.of()),
            DatasetPlan.of(List.of("b", "a"), Map.of("train", 1), 7, Set.of(), Set.of(0)),
            DatasetPlan.of(List.of("a", "b"), Map.of("train", 1), 7, Set.of(0), Set.of()),
            DatasetPlan.of(
                List.of("ярко", "a\nb"),
                ImmutableMap.of("z", 99_999, "a", 1),
                1L << 40,
                List.of(3, 1),
                List.of(2, 0)));
    holdsItsProperties(DatasetPlanCoder.of(), plans);
    CoderProperties.coderDeterministic(
        DatasetPlanCoder.of(),
        DatasetPlan.of(List.of(), Map.of(), 0, List.of(3, 1), List.of(2, 0)),
        DatasetPlan.of(List.of(), Map.of(), 0, List.of(1, 3), List.of(0, 2)));
    for (DatasetPlan plan : plans) {
      DatasetPlan copy = CoderUtils.clone(DatasetPlanCoder.of(), plan);
      assertEquals(List.copyOf(plan.shards().keySet()), List.copyOf(copy.shards().keySet()));
    }
  }

  @Test
  void results() throws Exception {
    Map<Reason, Long> rejected = new EnumMap<>(Reason.class);
    for (Reason reason : Reason.values()) {
      rejected.put(reason, 10L + rejected.size());
    }
    ShardFacts facts =
        ShardFacts.of(1L << 33, 1L << 41, "0badcafe", "ab", Map.of("roses", 5L, "asters", 1L));
    ShardFacts none = ShardFacts.of(0, 0, "00000000", "", Map.of());
    Attempt attempt = Attempt.of("/out/.darkroom-r/7-");
    holdsItsProperties(
        ShardResultCoder.of(),
        List.of(
            ShardResult.of(
                SHARDS.get(2), attempt, facts, 1L << 34, 1L << 33, rejected, 1L << 42, "ff"),
            ShardResult.of(SHARDS.get(2), attempt, facts, 1L << 34, 0, Map.of(), 1L << 42, "ff"),
            ShardResult.of(SHARDS.get(0), attempt, none, 0, 0, Map.of(), 0, "00"),
            ShardResult.of(SHARDS.get(0), Attempt.of("x"), none, 0, 0, Map.of(), 0, "00")));
  }

  @Test
  void censuses() throws Exception {
    Census full = new Census(20);
    for (ImageRef ref : REFS) {
      full.add(ref).reject(ref, Reason.EMPTY, true).reject(ref, Reason.NO_LABEL, false);
    }
    for (Census census : List.of(new Census(16), full)) {
      Census copy = CoderUtils.clone(CensusCoder.of(), census);
      assertEquals(census.sampleSize(), copy.sampleSize());
      assertEquals(census.listed(), copy.listed());
      assertEquals(census.sourceBytes(), copy.sourceBytes());
      assertEquals(census.classes(), copy.classes());
      assertEquals(census.rejected(), copy.rejected());
      assertEquals(census.candidates(), copy.candidates());
      assertEquals(census.sample(), copy.sample());
      CoderProperties.structuralValueConsistentWithEquals(CensusCoder.of(), census, copy);
    }
    CoderProperties.coderSerializable(CensusCoder.of());
    CensusCoder.of().verifyDeterministic();
    List<Census> several = List.of(full, new Census(16));
    assertEquals(16, CoderUtils.clone(ListCoder.of(CensusCoder.of()), several).get(1).sampleSize());
  }

  /** A survey is mutable and has no equality of its own: what it says is compared. */
  @Test
  void surveys() throws Exception {
    Survey some = new Survey();
    REFS.forEach(some::add);
    Survey full = new Survey();
    for (int i = 0; i < 3 * Survey.SAMPLE_SIZE; i++) {
      full.add(ImageRef.of("/" + i, i + ".jpg", "l" + i % 3, "s" + i % 2, i, i % 5, i % 7 == 0));
    }
    SurveyCoder coder = SurveyCoder.of();
    CoderProperties.coderSerializable(coder);
    coder.verifyDeterministic();
    List<Object> structures = new ArrayList<>();
    for (Survey survey : List.of(new Survey(), some, full)) {
      Survey copy = CoderUtils.clone(coder, survey);
      CoderProperties.structuralValueConsistentWithEquals(coder, survey, copy);
      assertEquals(survey.labels(), copy.labels());
      assertEquals(survey.splits().keySet(), copy.splits().keySet());
      survey
          .splits()
          .forEach(
              (name, split) -> {
                assertEquals(split.images(), copy.split(name).images());
                assertEquals(split.sample(), copy.split(name).sample());
              });
      survey
          .inputs()
          .forEach(
              (input, tally) -> {
                assertEquals(tally.labelsInRoot(), copy.input(input).labelsInRoot());
                assertEquals(tally.labelsBelow(), copy.input(input).labelsBelow());
              });
      structures.add(coder.structuralValue(survey));
    }
    assertEquals(structures.size(), Set.copyOf(structures).size());
  }

  /** Round trip in every context, determinism, structural equality of equal values alone. */
  private static <T> void holdsItsProperties(Coder<T> coder, List<T> values) throws Exception {
    CoderProperties.coderSerializable(coder);
    coder.verifyDeterministic();
    for (T value : values) {
      CoderProperties.coderDecodeEncodeEqual(coder, value);
      CoderProperties.structuralValueDecodeEncodeEqual(coder, value);
      CoderProperties.coderDeterministic(coder, value, CoderUtils.clone(coder, value));
      for (T other : values) {
        CoderProperties.structuralValueConsistentWithEquals(coder, value, other);
      }
    }
    assertTrue(isSelfDelimiting(coder, values));
  }

  private static <T> boolean isSelfDelimiting(Coder<T> coder, List<T> values)
      throws CoderException {
    return CoderUtils.clone(ListCoder.of(coder), values).equals(values);
  }
}
