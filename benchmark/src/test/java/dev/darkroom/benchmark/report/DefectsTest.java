package dev.darkroom.benchmark.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.darkroom.benchmark.report.page.Page;
import dev.darkroom.benchmark.report.summary.FormatSummary;
import dev.darkroom.benchmark.report.summary.Results;
import dev.darkroom.benchmark.report.summary.Trials;
import dev.darkroom.benchmark.results.Depth;
import dev.darkroom.benchmark.results.Format;
import dev.darkroom.benchmark.results.Mode;
import dev.darkroom.benchmark.results.PageCache;
import dev.darkroom.benchmark.results.Phase;
import dev.darkroom.benchmark.results.Rows;
import dev.darkroom.benchmark.results.TrialRow;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * The defects of the courseworks that this benchmark replaces, as far as they lie in what is made
 * of the trials. Each test bears the number of its defect.
 */
class DefectsTest {
  /** The courseworks kept the first repetition of each combination, and averaged one value. */
  @Test
  void D4_everyRepetitionCounts() {
    List<TrialRow> rows = seconds(2.4, 1.2, 1.2);

    FormatSummary summary = only(results(rows));

    assertEquals(3, summary.imagesPerSecond().trials());
    assertEquals(24 / 1.2, summary.imagesPerSecond().value(), 1e-9);
  }

  @Test
  void D7_warmUpRowsNeverEnterStatistics() {
    List<TrialRow> measured = seconds(1.0, 1.1, 1.2);
    List<TrialRow> all = new ArrayList<>(measured);
    all.add(row(9).phase(Phase.WARMUP).seconds(60).build());

    Results results = results(all);

    assertEquals(results(measured).formats(), results.formats());
    assertEquals(1, results.trials().warmup());
    assertEquals(3, results.trials().measured());
  }

  @Test
  void D7_aMissingWarmUpIsTold() {
    assertTold("no warm-up trial", results(seconds(1, 1.1, 1.2)).warnings());
  }

  @Test
  void D7_dispersionIsTold() {
    FormatSummary summary = only(results(seconds(1, 1.1, 1.2, 1.3, 1.4, 1.5, 1.6)));

    assertNotNull(summary.imagesPerSecond().interval());
    assertTrue(summary.spread().max() > summary.spread().q3());
  }

  @Test
  void D7_anOrderThatIsNotRandomIsTold() {
    List<TrialRow> rows = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      rows.add(row(i).planned(i).batchSize(2 + i).build());
    }

    assertTold("in the order of its plan", results(rows).warnings());
  }

  @Test
  void D7_ratesThatFallInTheCourseOfTheRunAreTold() {
    double[] seconds = IntStream.range(0, 30).mapToDouble(i -> 1 + 0.01 * i).toArray();

    assertTold("Rates fell by", results(seconds(seconds)).warnings());
  }

  @Test
  void D7_thePageCacheIsStated() throws IOException {
    List<TrialRow> cold = List.of(row(0).pageCache(PageCache.DROPPED).build());
    Results warm = results(seconds(1, 1.1));

    assertTold("Warm trials read from the page cache", warm.warnings());
    assertTold("no trial dropped the page cache", warm.notMeasured());
    assertTrue(Page.of(results(cold), Trials.of(cold)).contains("dropped before each trial"));
  }

  /** An unseeded sample was the default there. */
  @Test
  void D8_equalTrialsGiveEqualResults() {
    List<TrialRow> rows =
        new SyntheticRun("run", 1, 0.08, 0.05)
            .grid(Format.RAW, Depth.PARSE, 1)
            .grid(Format.TFRECORD, Depth.PARSE, 1)
            .rows();

    assertEquals(results(rows).toJson(), results(rows).toJson());
  }

  @Test
  void D8_ratesAreOfTheImagesThatWereRead() {
    TrialRow row = row(0).nominalImages(40).images(30).seconds(2).build();

    Results results = results(List.of(row));

    assertEquals(15, only(results).imagesPerSecond().value(), 1e-9);
    assertTold("40 images, but 30 were read", results.warnings());
  }

  @Test
  void D9_startUpIsNoPartOfAnyRate() {
    TrialRow first = row(0).startedAtEpochMillis(1_000_000).seconds(2).build();
    TrialRow second = row(1).startedAtEpochMillis(1_060_000).seconds(2).build();

    Results results = results(List.of(first, second));

    assertEquals(12, only(results).imagesPerSecond().value(), 1e-9);
    assertEquals(62, results.runs().get(0).seconds(), 1e-6);
    assertEquals(4, results.runs().get(0).secondsInTrials(), 1e-6);
  }

  /** Trials that compete for one network card are no repetitions of each other. */
  @Test
  void D10_contentionAndIsolationAreNeverMixed() {
    List<TrialRow> rows = seconds(1, 1.1, 1.2);
    List<TrialRow> all = new ArrayList<>(rows);
    all.add(row(7).mode(Mode.CONTENTION).concurrentTrials(4).seconds(9).build());
    all.add(row(8).mode(Mode.SCAN).batchSize(0).batchCount(0).seconds(9).build());

    Results results = results(all);

    assertEquals(results(rows).formats(), results.formats());
    assertEquals(4, results.contentions().get(0).concurrentTrials());
    assertEquals(1, results.scans().size());
  }

  /** There the first repeat, which warmed up, was part of the mean. */
  @Test
  void D14_theSlowFirstTrialIsNoPartOfTheRate() {
    List<TrialRow> rows =
        new SyntheticRun("run", 1, 0.08, 0).grid(Format.RAW, Depth.PARSE, 1).rows();

    FormatSummary summary = only(results(rows));

    assertEquals(summary.spread().min(), summary.spread().max(), 1e-9);
    assertEquals(48, summary.imagesPerSecond().trials());
  }

  @Test
  void D14_threadsOfOneMachineAreNoCluster() throws IOException {
    List<TrialRow> rows =
        List.of(
            row(0).workers(1).seconds(3).build(),
            row(1).workers(2).seconds(2).build(),
            row(2).workers(4).seconds(1).build());

    assertTrue(Page.of(results(rows), Trials.of(rows)).contains("this is no scaling of a cluster"));
  }

  @Test
  void D14_workersThatNeverChangeAreNoScaling() throws IOException {
    List<TrialRow> rows = seconds(1, 1.1, 1.2);
    Results results = results(rows);

    assertEquals(List.of(), results.scalings());
    assertTold("workers of raw: all trials have the same", results.notMeasured());
    assertTrue(
        Page.of(results, Trials.of(rows)).contains("all trials ran on the same number of workers"));
  }

  private static TrialRow.Builder row(int trial) {
    return Rows.row().trial(trial).repetition(trial);
  }

  private static List<TrialRow> seconds(double... seconds) {
    List<TrialRow> rows = new ArrayList<>();
    for (double each : seconds) {
      rows.add(row(rows.size()).seconds(each).build());
    }
    return rows;
  }

  private static Results results(List<TrialRow> rows) {
    return Results.of(Trials.of(rows), List.of(), null, null);
  }

  private static FormatSummary only(Results results) {
    assertEquals(1, results.formats().size());
    return results.formats().get(0);
  }

  private static void assertTold(String what, List<String> sentences) {
    assertTrue(sentences.stream().anyMatch(each -> each.contains(what)), sentences::toString);
  }
}
