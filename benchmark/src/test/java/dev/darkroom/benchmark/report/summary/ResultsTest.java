package dev.darkroom.benchmark.report.summary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.darkroom.benchmark.report.SyntheticRun;
import dev.darkroom.benchmark.results.Depth;
import dev.darkroom.benchmark.results.Format;
import dev.darkroom.benchmark.results.Rows;
import dev.darkroom.benchmark.results.TrialRow;
import dev.darkroom.transforms.json.Json;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResultsTest {
  private static Results results(List<TrialRow> rows) {
    return Results.of(Trials.of(rows), List.of(), null, null);
  }

  /** Trials of both formats with given rates, each in a cell of its own. */
  private static List<TrialRow> rates(double raw, double packed) {
    List<TrialRow> rows = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      double wobble = 1 + 0.002 * i;
      rows.add(trial(rows.size(), Format.RAW, raw * wobble, 1, i));
      rows.add(trial(rows.size(), Format.TFRECORD, packed * wobble, 1, i));
    }
    return rows;
  }

  private static TrialRow trial(int trial, Format format, double rate, int concurrency, int cell) {
    return Rows.row()
        .trial(trial)
        .planned(31 * trial % 17)
        .format(format)
        .concurrency(concurrency)
        .batchSize(2 + cell)
        .seconds(24 / rate)
        .build();
  }

  @Test
  void theIntervalOfTheRatioCoversTheTruth() {
    int covered = 0;
    for (int seed = 0; seed < 10; seed++) {
      SyntheticRun run =
          new SyntheticRun("run", seed, 0.08, 0.05)
              .grid(Format.RAW, Depth.PARSE, 1)
              .grid(Format.TFRECORD, Depth.PARSE, 1);
      SyntheticRun truth =
          new SyntheticRun("truth", 0, 0.08, 0)
              .grid(Format.RAW, Depth.PARSE, 1)
              .grid(Format.TFRECORD, Depth.PARSE, 1);
      Headline headline = results(run.rows()).headlines().get(0);
      double ratio = results(truth.rows()).headlines().get(0).ratio().value();
      covered += headline.ratio().interval().contains(ratio) ? 1 : 0;
    }
    assertTrue(covered >= 9, covered + " of 10");
  }

  @Test
  void onlyCellsThatBothFormatsHaveAreCompared() {
    List<TrialRow> rows = new ArrayList<>(rates(10, 40));
    rows.add(trial(100, Format.RAW, 9999, 1, 50));

    Headline headline = results(rows).headlines().get(0);

    assertEquals(8, headline.cells());
    assertEquals(4, headline.ratio().value(), 1e-9);
    assertEquals(1, headline.mannWhitney().rankBiserial());
  }

  @Test
  void theSentenceTellsWhoIsFaster() {
    assertEquals(
        "On this storage TFRecord reads 4.0 × faster (95 % 4.0–4.0); what concurrent reads do for"
            + " raw files was not measured.",
        results(rates(10, 40)).sentence());
    assertTrue(
        results(rates(40, 10))
            .sentence()
            .startsWith(
                "On this storage raw files read 4.0 × faster (95 % 4.0–4.0) than TFRecord"));
    assertEquals(
        "TFRecord against raw files was not measured on this storage.",
        results(List.of(Rows.row().build())).sentence());
  }

  @Test
  void whatMayBeNoDifferenceIsNotCalledOne() {
    List<TrialRow> rows = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      rows.add(trial(rows.size(), Format.RAW, 10 + i % 4, 1, 0));
      rows.add(trial(rows.size(), Format.TFRECORD, 10 + (i + 1) % 4, 1, 0));
    }

    assertTrue(results(rows).sentence().contains("no difference"), results(rows).sentence());
  }

  @Test
  void theSentenceTellsHowRawFilesCatchUp() {
    List<TrialRow> rows = new ArrayList<>(rates(10, 40));
    for (int i = 0; i < 8; i++) {
      rows.add(trial(rows.size(), Format.RAW, 36, 32, i));
      rows.add(trial(rows.size(), Format.RAW, 30, 16, i));
      rows.add(trial(rows.size(), Format.TFRECORD, 72, 32, i));
    }

    Results results = results(rows);
    CatchUp catchUp = results.scalings().get(0).catchUps().get(0);

    assertTrue(
        results.sentence().endsWith("raw files catch up to 0.89 × of that at 32 concurrent reads."),
        results.sentence());
    assertEquals(32, catchUp.nearest().at());
    assertEquals(List.of(1, 32), catchUp.ofSame().stream().map(CatchUp.Level::at).toList());
    assertEquals(0.5, catchUp.ofSame().get(1).ratio().value(), 1e-9);
    assertNull(catchUp.reachSameAt());
  }

  @Test
  void whereRawFilesReachRecordsIsTold() {
    List<TrialRow> rows = new ArrayList<>(rates(10, 40));
    for (int i = 0; i < 8; i++) {
      rows.add(trial(rows.size(), Format.RAW, 60, 8, i));
      rows.add(trial(rows.size(), Format.TFRECORD, 50, 8, i));
    }

    CatchUp catchUp = results(rows).scalings().get(0).catchUps().get(0);

    assertEquals(8, catchUp.reachFirstAt());
    assertEquals(8, catchUp.reachSameAt());
    assertTrue(results(rows).sentence().contains("raw files overtake it, 1.49 ×, at 8"));
  }

  @Test
  void otherMachinesAndOtherDataAreNeverPooled() {
    List<TrialRow> rows = new ArrayList<>(rates(10, 40));
    rates(1000, 1000)
        .forEach(
            row ->
                rows.add(
                    row.toBuilder()
                        .environment(
                            row.environment().equals(Rows.environment())
                                ? other()
                                : row.environment())
                        .build()));

    Results results = results(rows);

    assertEquals(2, results.setups().size());
    assertEquals(4, results.headlines().get(0).ratio().value(), 1e-9);
    assertEquals(1, results.headlines().get(1).ratio().value(), 1e-9);
  }

  private static dev.darkroom.benchmark.results.Environment other() {
    return dev.darkroom.benchmark.results.Environment.builder()
        .os("Linux")
        .cpu("another")
        .cores(8)
        .memoryBytes(1)
        .disk("")
        .jvm("17")
        .beam("2.70.0")
        .runner("DirectRunner")
        .commit(null)
        .storage("gs")
        .build();
  }

  @Test
  void aRunWithKnownLawsIsFittedByThem() {
    SyntheticRun run = new SyntheticRun("run", 3, 0.08, 0.01);
    for (int concurrency = 1; concurrency <= 64; concurrency *= 2) {
      run.grid(Format.RAW, Depth.PARSE, concurrency);
    }
    run.grid(Format.TFRECORD, Depth.PARSE, 1);

    Results results = results(run.rows());
    ScalingCurve raw = results.scalings().get(0).curves().get(0);

    assertEquals(0.02 - 0.0004, raw.usl().parameter("sigma"), 0.004);
    assertEquals(0.0004, raw.usl().parameter("kappa"), 0.0001);
    assertEquals(Math.sqrt(0.98 / 0.0004), raw.peak(), 6);
    Fit product =
        results.fits().stream()
            .filter(fit -> fit.format() == Format.TFRECORD)
            .filter(fit -> fit.predictor() == Predictor.IMAGES)
            .findFirst()
            .orElseThrow();
    assertEquals(0.08, product.saturating().parameter("a"), 0.002);
    assertEquals(0.0015, product.saturating().parameter("b"), 0.0001);
    assertTrue(product.linearity().inadequate());
    assertTrue(
        results.warnings().stream().anyMatch(each -> each.contains("straight line is inadequate")));
  }

  @Test
  void theFileNamesItsSchemaAndHoldsNumbersAlone() throws JsonProcessingException {
    Results results = results(SyntheticRun.completeButSmall("run", 1).rows());

    JsonNode json = Json.parse(results.toJson(), JsonNode.class);

    assertEquals(1, json.get("schema").asInt());
    assertEquals(results.sentence(), json.get("sentence").asText());
    assertEquals("tfrecord", json.at("/headlines/0/format").asText());
    assertTrue(json.at("/headlines/0/ratio/interval/low").isNumber());
    assertTrue(json.at("/fits/0/linear/coefficients/1/p").isNumber());
    assertTrue(json.at("/scalings/0/curves/0/usl/r2").isNumber());
    assertTrue(json.at("/stages/0/stages/0/p99").isNumber());
    assertTrue(json.get("cost").isNull());
    assertTrue(!results.toJson().contains("NaN") && !results.toJson().contains("Infinity"));
  }

  @Test
  void whatIsNotThereIsListed() {
    List<String> gaps = results(List.of(Rows.row().build())).notMeasured();

    assertTrue(
        gaps.containsAll(
            List.of(
                "format tfrecord",
                "depth decode",
                "order random",
                "mode scan",
                "TFRecord against raw files in equal cells",
                "concurrency of raw: all trials have the same",
                "throughput by batch size: all trials have the same",
                "cost: no prices were given")),
        gaps::toString);
  }

  @Test
  void aFailedTrialHasNoRateAndIsTold() {
    List<TrialRow> rows = new ArrayList<>(rates(10, 40));
    rows.add(Rows.row().trial(77).images(0).failure("no such file").build());

    Results results = results(rows);

    assertEquals(1, results.trials().failed());
    assertEquals(16, results.trials().measured());
    assertTrue(results.warnings().get(0).contains("no such file"));
  }

  @Test
  void nothingButFailuresIsNoResult() {
    Results results = results(List.of(Rows.row().images(0).failure("broken").build()));

    assertEquals(List.of(), results.formats());
    assertEquals(
        "TFRecord against raw files was not measured on this storage.", results.sentence());
  }
}
