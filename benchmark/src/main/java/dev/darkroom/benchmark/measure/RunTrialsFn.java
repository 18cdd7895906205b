package dev.darkroom.benchmark.measure;

import dev.darkroom.benchmark.reading.RawNames;
import dev.darkroom.benchmark.reading.RecordSet;
import dev.darkroom.benchmark.reading.Workload;
import dev.darkroom.benchmark.results.Mode;
import dev.darkroom.benchmark.results.TrialRow;
import dev.darkroom.transforms.json.Json;
import dev.darkroom.transforms.storage.StoredFiles;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollectionView;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One call carries out one lane of trials, one after the other, and leaves each one's row in a
 * file. In isolation there is one lane, hence one call in the whole pipeline, and nothing beside
 * it.
 */
final class RunTrialsFn extends DoFn<KV<Integer, Iterable<String>>, Void> {
  private static final Logger LOG = LoggerFactory.getLogger(RunTrialsFn.class);
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final MeasureSettings settings;
  private final PCollectionView<String> raw;
  private final MeasureMetrics metrics = new MeasureMetrics();

  RunTrialsFn(MeasureSettings settings, PCollectionView<String> raw) {
    this.settings = settings;
    this.raw = raw;
  }

  @ProcessElement
  public void run(@Element KV<Integer, Iterable<String>> lane, ProcessContext context)
      throws IOException, InterruptedException {
    if (settings.readsGcs()) {
      GcsReads.useOneRequest(context.getPipelineOptions());
    }
    List<Trial> trials = new ArrayList<>();
    lane.getValue().forEach(json -> trials.add(Trial.parse(json)));
    trials.sort(Comparator.comparingInt(Trial::place));
    RawNames names = Json.parse(context.sideInput(raw), RawNames.class);
    if (lane.getKey() == 0) {
      StoredFiles.write(
          settings.listing(),
          Json.line(RawNames.of(names.files(), names.bytes(), List.of(), List.of())));
    }
    if (!settings.inputs().isEmpty() && names.files() == 0) {
      return;
    }
    TrialRunner runner = new TrialRunner(settings, workload(names));
    Meeting meeting = new Meeting(settings.meetingPlace(), settings.lanes(), PATIENCE);
    for (Trial trial : trials) {
      int place = trial.place() * settings.lanes() + lane.getKey();
      boolean alone = settings.mode() == Mode.ISOLATION;
      TrialRow row =
          runner.run(
              trial, place, alone ? () -> {} : () -> meeting.attend(trial.place(), lane.getKey()));
      metrics.add(row);
      StoredFiles.write(settings.row(place), row.toJson());
      if (alone) {
        LOG.info("trial {} of {}: {}", place + 1, trials.size(), TrialSummary.of(row));
      }
    }
  }

  private Workload workload(RawNames names) throws IOException {
    List<RecordSet> sets = new ArrayList<>();
    for (String records : settings.records()) {
      sets.addAll(RecordSet.find(records));
    }
    boolean follow = settings.relation() != Relation.UNRELATED;
    return new Workload(settings.rawRoot(), follow ? Optional.empty() : Optional.of(names), sets);
  }
}
