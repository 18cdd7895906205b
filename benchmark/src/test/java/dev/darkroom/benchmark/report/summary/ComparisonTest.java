package dev.darkroom.benchmark.report.summary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.darkroom.benchmark.report.SyntheticRun;
import dev.darkroom.benchmark.results.Depth;
import dev.darkroom.benchmark.results.Format;
import dev.darkroom.benchmark.results.Rows;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {
  private static Trials run(long seed, double noise, double slower) {
    return Trials.of(
        new SyntheticRun("run-" + seed, seed, 0.08, noise)
            .grid(Format.RAW, Depth.PARSE, 1, row -> row.seconds(row.build().seconds() * slower))
            .grid(Format.TFRECORD, Depth.PARSE, 1)
            .rows());
  }

  @Test
  void runsThatDoNotDifferRarelySeemTo() {
    int different = 0;
    for (long seed = 0; seed < 20; seed++) {
      Comparison comparison =
          Comparison.of("other", run(2 * seed, 0.05, 1), run(2 * seed + 1, 0.05, 1), 0);
      different += comparison.p() <= 0.05 ? 1 : 0;
    }
    assertTrue(different <= 3, different + " of 20");
  }

  @Test
  void aRunIsNoDifferentFromItself() {
    Comparison comparison = Comparison.of("itself", run(1, 0.05, 1), run(1, 0.05, 1), 0);

    assertEquals(
        "No difference beyond 5 % in 2 kinds of trials: the smallest p, corrected, is 1.00.",
        comparison.sentence());
    assertEquals(1, comparison.changes().get(0).ratio().value(), 1e-12);
    assertTrue(comparison.ratios().get(0).agree());
    assertEquals(16, comparison.changes().get(0).cells().size());
  }

  @Test
  void aChangeIsFoundWhereItIs() {
    Comparison comparison = Comparison.of("before", run(1, 0.05, 1 / 1.3), run(2, 0.05, 1), 0);

    Change raw = comparison.changes().get(0);
    Change packed = comparison.changes().get(1);

    assertEquals(Verdict.FASTER, raw.verdict());
    assertTrue(raw.ratio().interval().contains(1.3), raw.ratio()::toString);
    assertEquals(Verdict.NO_DIFFERENCE, packed.verdict());
    assertTrue(comparison.sentence().startsWith("Of 2 kinds of trials 1 faster here, beyond 5 %"));
  }

  @Test
  void aSmallChangeMayBeTheMachines() {
    Comparison comparison = Comparison.of("before", run(1, 0.02, 1.04), run(2, 0.02, 1), 0);

    assertEquals(Verdict.WITHIN_THRESHOLD, comparison.changes().get(0).verdict());
  }

  @Test
  void kindsOfOneSideAreCountedAndLeftOut() {
    Trials here = run(1, 0.05, 1);
    Trials there = Trials.of(List.of(Rows.row().depth(Depth.DECODE).build()));

    Comparison comparison = Comparison.of("other", here, there, 0);

    assertEquals(List.of(), comparison.changes());
    assertEquals(2, comparison.onlyHere());
    assertEquals(1, comparison.onlyThere());
    assertEquals(1, comparison.p());
  }
}
