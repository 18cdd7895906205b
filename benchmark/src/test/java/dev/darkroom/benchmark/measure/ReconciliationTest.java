package dev.darkroom.benchmark.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.darkroom.benchmark.results.Rows;
import dev.darkroom.benchmark.results.Stage;
import dev.darkroom.benchmark.results.StageSummary;
import dev.darkroom.benchmark.results.TrialRow;
import dev.darkroom.transforms.run.JobMetrics;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.ParDo;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Rows against the metrics of a pipeline that reported two of them. */
class ReconciliationTest {
  private static final TrialRow FIRST = Rows.row().build();
  private static final TrialRow SECOND =
      Rows.row()
          .trial(1)
          .images(12)
          .stages(Map.of(Stage.OPEN, StageSummary.of(12, 90, 2, 30, 7, 9, 30)))
          .build();

  private static JobMetrics metrics;

  static final class ReportFn extends DoFn<String, Void> {
    private final MeasureMetrics metrics = new MeasureMetrics();

    @ProcessElement
    public void report(@Element String row) throws IOException {
      metrics.add(TrialRow.parse(row));
    }
  }

  @BeforeAll
  static void report() {
    Pipeline pipeline = Pipeline.create(PipelineOptionsFactory.create());
    pipeline.apply(Create.of(FIRST.toJson(), SECOND.toJson())).apply(ParDo.of(new ReportFn()));
    PipelineResult result = pipeline.run();
    result.waitUntilFinish();
    metrics = new JobMetrics(result);
  }

  private static List<String> differences(TrialRow... rows) {
    return Reconciliation.differences(List.of(rows), metrics);
  }

  @Test
  void agreesWithTheRowsThatWereReported() {
    assertEquals(List.of(), differences(SECOND, FIRST));
  }

  @Test
  void noticesARowThatIsMissingOrThereTwice() {
    assertEquals(
        List.of(
            "trials_done: the rows say 1, Beam's metrics 2",
            "images_read: the rows say 24, Beam's metrics 36",
            "bytes_read: the rows say 3000000, Beam's metrics 6000000",
            "requests_made: the rows say 24, Beam's metrics 48",
            "open_micros, count: the rows say 24, Beam's metrics 36",
            "open_micros, sum: the rows say 240, Beam's metrics 330",
            "open_micros, min: the rows say 5, Beam's metrics 2",
            "open_micros, max: the rows say 20, Beam's metrics 30"),
        differences(FIRST));
    assertEquals(6, differences(FIRST, SECOND, SECOND).size());
  }

  @Test
  void noticesOneImage() {
    assertEquals(
        List.of("images_read: the rows say 37, Beam's metrics 36"),
        differences(FIRST, SECOND.toBuilder().images(13).build()));
  }

  @Test
  void noticesAMetricThatIsMissing() {
    TrialRow decoded =
        SECOND.toBuilder()
            .stages(
                Map.of(
                    Stage.OPEN,
                    SECOND.stages().get(Stage.OPEN),
                    Stage.DECODE,
                    StageSummary.of(1, 1, 1, 1, 1, 1, 1)))
            .build();
    assertEquals(List.of("the metric decode_micros is missing"), differences(FIRST, decoded));

    List<String> noStages =
        new ArrayList<>(
            differences(
                FIRST.toBuilder().stages(Map.of()).build(),
                SECOND.toBuilder().stages(Map.of()).build()));
    assertEquals(List.of("the metric open_micros is in no row"), noStages);
  }

  @Test
  void nothingReportedIsNothingBelieved() {
    Pipeline pipeline = Pipeline.create(PipelineOptionsFactory.create());
    pipeline.apply(Create.of(1));
    PipelineResult result = pipeline.run();
    result.waitUntilFinish();

    List<String> differences = Reconciliation.differences(List.of(FIRST), new JobMetrics(result));

    assertEquals(
        List.of(
            "the metric trials_done is missing",
            "the metric images_read is missing",
            "the metric bytes_read is missing",
            "the metric requests_made is missing",
            "the metric errors_seen is missing",
            "the metric open_micros is missing"),
        differences);
  }
}
