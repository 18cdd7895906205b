package dev.darkroom.transforms.dataset;

import static dev.darkroom.transforms.dataset.Refs.ref;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableMap;
import dev.darkroom.transforms.rejection.Reason;
import dev.darkroom.transforms.rejection.RejectedException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatasetPlanTest {
  private static final DatasetPlan PLAN =
      DatasetPlan.of(List.of("roses", "asters"), Map.of("train", 4), 9, Set.of(2), Set.of(1));

  @Test
  void aClassIsItsPosition() throws RejectedException {
    assertEquals(0, PLAN.labelId(ref("roses/1.jpg")));
    assertEquals(1, PLAN.labelId(ref("asters/1.jpg")));
    assertEquals(1, PLAN.labelId(ref("asters/1.jpg", 1, true)), "a lone class folder");
  }

  @ParameterizedTest
  @ValueSource(strings = {"tulips", "Roses", "rose", "", " roses"})
  void anUnknownLabelIsNoClassAtAll(String label) {
    RejectedException e =
        assertThrows(RejectedException.class, () -> PLAN.labelId(ref(label + "/1.jpg")));

    assertEquals(Reason.UNKNOWN_LABEL, e.reason());
    assertEquals("label '" + label + "' is not among the classes", e.getMessage());
  }

  @Test
  void aFileBesideTheClassFoldersHasNoLabel() {
    RejectedException e =
        assertThrows(RejectedException.class, () -> PLAN.labelId(ref("roses/1.jpg", 0, true)));

    assertEquals(Reason.NO_LABEL, e.reason());
    assertEquals("lies beside the class folders, in none of them", e.getMessage());
  }

  @Test
  void isWhatItsJsonSays() throws IOException {
    DatasetPlan ordered = PLAN.withShards(ImmutableMap.of("train", 4, "test", 1));

    assertEquals(
        "{\"labels\":[\"roses\",\"asters\"],\"shards\":{\"train\":4,\"test\":1},\"listed\":9,"
            + "\"unmatchedInputs\":[2],\"inputsWithRootClass\":[1]}",
        ordered.toJson());
    assertEquals(ordered, DatasetPlan.parse(ordered.toJson()));
  }

  @Test
  void aShardIsTheDrawOfTheKey() {
    DatasetPlan plan = PLAN.withShards(ImmutableMap.of("train", 100));

    assertEquals(ShardId.of("train", 7, 100), plan.shardOf(ref("roses/1.jpg"), 0));
    assertEquals(ShardId.of("train", 51, 100), plan.shardOf(ref("roses/1.jpg"), 42));
  }

  /** Every shard has the class mix of the whole, however the classes were listed. */
  @Test
  void classesAreBalancedOverShards() {
    int shards = 8;
    int classes = 5;
    int perClass = 2000;
    DatasetPlan plan = PLAN.withShards(ImmutableMap.of("train", shards));
    for (long seed : new long[] {0, 42, -1}) {
      long[] seen = new long[shards * classes];
      for (int i = 0; i < classes * perClass; i++) {
        int label = i / perClass;
        ImageRef ref = ref("class-" + label + "/" + i + ".jpg");
        seen[plan.shardOf(ref, seed).index() * classes + label]++;
      }
      assertTrue(
          ChiSquare.isPlausible(
              ChiSquare.statistic(seen, (double) perClass / shards), seen.length - classes),
          "seed " + seed);
    }
  }
}
